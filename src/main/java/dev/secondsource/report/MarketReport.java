package dev.secondsource.report;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a market holds and how old it is. */
public final class MarketReport {
    private MarketReport() {}

    /** Counts, dates by provider, parts without a price, and what looks like a mistake. */
    public static String text(Market market, Page page) {
        Sheet sheet = new Sheet(page);
        List<Offer> priced = market.offers().stream().filter(o -> o.price() != null).toList();
        sheet.heading("Market " + market.version());
        sheet.text(0, Ink.PLAIN, Amounts.count(market.accelerators().size()) + " accelerators of " + designers(market) + " designers, "
                + Amounts.count(priced.size()) + " prices of " + providers(priced).size() + " sellers, " + Amounts.count(market.measurements().size())
                + " measured speeds, " + Amounts.count(market.maturity().size()) + " proofs of maturity, "
                + Amounts.count(market.suppliers().values().stream().mapToLong(MarketReport::facts).sum()) + " facts about suppliers.");
        sheet.text(0, Ink.DIM, "sha256 " + MarketDigest.of(market));
        prices(priced, sheet);
        unpriced(market, sheet);
        List<Oddity> oddities = Oddity.of(market);
        if (!oddities.isEmpty()) {
            sheet.heading("Odd, and worth a second look");
            oddities.stream().limit(page.rows()).forEach(o -> sheet.item(2, 1, Ink.YELLOW, "?", Names.words(o.kind()) + ": " + o.subject() + ": " + o.what()));
            if (oddities.size() > page.rows()) sheet.text(2, Ink.DIM, "shown " + page.rows() + " of " + oddities.size() + ".");
        }
        return sheet.end();
    }

    private static void prices(List<Offer> priced, Sheet sheet) {
        sheet.heading("Prices by seller");
        List<List<Table.Cell>> rows = new ArrayList<>();
        providers(priced).forEach((provider, offers) -> {
            SortedSet<LocalDate> dates = new TreeSet<>(offers.stream().map(o -> o.evidence().date()).filter(Objects::nonNull).toList());
            Map<PricingKind, Long> byPricing = offers.stream().collect(Collectors.groupingBy(Offer::pricing, TreeMap::new, Collectors.counting()));
            rows.add(List.of(
                    Table.Cell.of(provider), Table.Cell.of(Amounts.count(offers.size())),
                    Table.Cell.of(Amounts.count(offers.stream().map(Offer::accelerator).distinct().count())),
                    Table.Cell.of(Amounts.count(offers.stream().map(Offer::region).filter(Objects::nonNull).distinct().count())),
                    Table.Cell.of(dates.isEmpty() ? "–" : dates.first().toString()), Table.Cell.of(dates.isEmpty() ? "–" : dates.last().toString()),
                    Table.Cell.of(grades(offers)),
                    Table.Cell.of(byPricing.entrySet().stream().map(e -> e.getValue() + " " + Names.words(e.getKey())).collect(Collectors.joining(", ")))));
        });
        sheet.table(new Table(List.of(
                Table.Column.words("Seller", 0, 0), Table.Column.number("Prices", 0, 0), Table.Column.number("Accelerators", 0, 3), Table.Column.number("Regions", 0, 2),
                Table.Column.words("Oldest", 0, 0), Table.Column.words("Newest", 0, 0), Table.Column.words("Grades", 0, 1), Table.Column.words("Pricing", 16, 4)), rows));
    }

    private static void unpriced(Market market, Sheet sheet) {
        Map<String, List<Offer>> byPart = market.offers().stream().filter(o -> o.price() != null).collect(Collectors.groupingBy(Offer::accelerator));
        List<Accelerator> without = market.accelerators().values().stream().filter(a -> !byPart.containsKey(a.id())).toList();
        if (without.isEmpty()) return;
        sheet.heading("Price unknown");
        sheet.text(2, Ink.PLAIN, without.stream().map(a -> a.id() + " (" + a.designer() + ")").collect(Collectors.joining(", "))
                + ". They take part in every decision, never at a price of 0.");
    }

    private static Map<String, List<Offer>> providers(List<Offer> priced) {
        return priced.stream().collect(Collectors.groupingBy(o -> o.pricing() == PricingKind.PURCHASE ? o.provider() + " (bought)" : o.provider(), TreeMap::new, Collectors.toList()));
    }

    private static String grades(List<Offer> offers) {
        Set<String> grades = new TreeSet<>(offers.stream().map(o -> o.evidence().grade().name()).toList());
        return String.join(" ", grades);
    }

    private static long designers(Market market) {
        return market.accelerators().values().stream().map(Accelerator::designer).distinct().count();
    }

    private static long facts(Supplier supplier) {
        return supplier.figures().size() + supplier.certifications().size() + supplier.equityLinks().size() + supplier.events().size();
    }
}
