package dev.secondsource.report;

import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Staleness;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.Unknowns;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a market holds and how old it is.
 *
 * @param market what is known of it
 * @param dated every price that is known, those that newer ones have followed too
 * @param staleness how old prices may be
 * @param odd what looks wrong in it
 * @param rates exchange rates
 * @param imports the log of imports
 * @param asOf the day on which ages are told
 * @param terms what the buyer has negotiated; null if that is not asked for
 */
public record MarketReport(Market market, List<Offer> dated, Staleness staleness, List<Oddity> odd, RatesUsed rates, List<LoggedImport> imports, LocalDate asOf, @Nullable TermsReport terms) {

    /** Counts, dates by seller and source, what is stale or not known, currencies, and what looks like a mistake. */
    public String text(Page page) {
        Sheet sheet = new Sheet(page);
        Market now = market.newest();
        List<Offer> priced = now.offers().stream().filter(o -> o.price() != null).toList();
        sheet.heading("Market " + market.version() + ", ages as of " + asOf);
        sheet.text(0, Ink.PLAIN, Amounts.count(market.accelerators().size()) + " accelerators of " + designers(market) + " designers, "
                + Amounts.count(priced.size()) + " prices of " + providers(priced).size() + " sellers now and " + Amounts.count(dated.size() - priced.size()) + " earlier ones, " + Amounts.count(market.measurements().size())
                + " measured speeds, " + Amounts.count(market.maturity().size()) + " proofs of maturity, "
                + Amounts.count(market.suppliers().values().stream().mapToLong(MarketReport::facts).sum()) + " facts about suppliers.");
        sheet.text(0, Ink.DIM, "sha256 " + MarketDigest.of(market));
        prices(priced, sheet);
        sources(priced, sheet);
        if (terms != null) terms.write(sheet);
        ImportLog.of(imports).write(sheet);
        currencies(priced, sheet);
        unknown(sheet);
        if (!odd.isEmpty()) {
            sheet.heading("Odd, and worth a second look");
            odd.stream().limit(page.rows()).forEach(o -> sheet.item(2, 1, Ink.YELLOW, "?", Names.words(o.kind()) + ": " + o.subject() + ": " + o.what() + "; " + o.mend()));
            if (odd.size() > page.rows()) sheet.text(2, Ink.DIM, "shown " + page.rows() + " of " + odd.size() + ".");
        }
        return sheet.end();
    }

    private void prices(List<Offer> priced, Sheet sheet) {
        sheet.heading("Prices by seller");
        List<List<Table.Cell>> rows = new ArrayList<>();
        providers(priced).forEach((provider, offers) -> {
            SortedSet<LocalDate> dates = new TreeSet<>(offers.stream().map(o -> o.evidence().date()).filter(Objects::nonNull).toList());
            Map<PricingKind, Long> byPricing = offers.stream().collect(Collectors.groupingBy(Offer::pricing, TreeMap::new, Collectors.counting()));
            rows.add(List.of(
                    Table.Cell.of(provider), Table.Cell.of(Amounts.count(offers.size())),
                    Table.Cell.of(Amounts.count(offers.stream().map(Offer::accelerator).distinct().count())),
                    Table.Cell.of(dates.isEmpty() ? "–" : dates.first().toString()), Table.Cell.of(dates.isEmpty() ? "–" : dates.last().toString()),
                    Table.Cell.of(Amounts.count(offers.stream().filter(o -> staleness.isStale(o, asOf)).count())), Table.Cell.of(grades(offers)),
                    Table.Cell.of(byPricing.entrySet().stream().map(e -> e.getValue() + " " + Names.words(e.getKey())).collect(Collectors.joining(", ")))));
        });
        sheet.table(new Table(List.of(
                Table.Column.words("Seller", 0, 0), Table.Column.number("Prices", 0, 0), Table.Column.number("Accelerators", 0, 3),
                Table.Column.words("Oldest", 0, 0), Table.Column.words("Newest", 0, 0), Table.Column.number("Stale", 0, 0), Table.Column.words("Grades", 0, 1), Table.Column.words("Pricing", 16, 4)), rows));
    }

    private void sources(List<Offer> priced, Sheet sheet) {
        sheet.heading("Prices by source");
        List<List<Table.Cell>> rows = new ArrayList<>();
        ImportLog log = ImportLog.of(imports);
        for (PriceSources.Source source : PriceSources.of(priced, dated, staleness, asOf))
            rows.add(Stream.of(source.name(), Amounts.count(source.offers().size()), Amounts.count(source.earlier()), log.refused(source.name()).map(Amounts::count).orElse("–"), source.oldest(), source.newest(),
                    Amounts.count(source.stale().size()), grades(source.offers())).map(Table.Cell::of).toList());
        sheet.table(new Table(List.of(Table.Column.words("Source", 24, 0), Table.Column.number("Rows", 0, 0), Table.Column.number("Earlier", 0, 3), Table.Column.number("Refused", 0, 2), Table.Column.words("Oldest", 0, 0),
                Table.Column.words("Newest", 0, 0), Table.Column.number("Stale", 0, 0), Table.Column.words("Grades", 0, 1)), rows));
        sheet.text(0, Ink.DIM, "Stale after " + staleness.mostDays().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> e.getValue() + " days " + Names.words(e.getKey())).collect(Collectors.joining(", "))
                + " (policy cpf.*-price-days): the evidence of such a price counts a grade less.");
    }

    private void currencies(List<Offer> priced, Sheet sheet) {
        sheet.heading("Currencies and exchange rates");
        Map<String, Long> used = priced.stream().collect(Collectors.groupingBy(o -> o.price().currency().getCurrencyCode(), TreeMap::new, Collectors.counting()));
        sheet.text(2, Ink.PLAIN, used.entrySet().stream().map(e -> Amounts.count(e.getValue()) + " prices in " + e.getKey()).collect(Collectors.joining(", ")) + ".");
        rates.write(sheet);
    }

    private void unknown(Sheet sheet) {
        sheet.heading("Not known");
        Unknowns.of(market).forEach((what, ids) -> sheet.text(2, Ink.PLAIN, what + ": " + VerifyReport.few(ids) + "."));
        sheet.text(2, Ink.DIM, "A part without a price takes part in every decision, never at a price of 0.");
    }

    /** For programs. */
    public String json() {
        List<Offer> priced = market.newest().offers().stream().filter(o -> o.price() != null).toList();
        return Json.object(j -> {
            j.text("market", market.version()).text("sha256", MarketDigest.of(market)).text("asOf", asOf).count("accelerators", market.accelerators().size()).count("prices", priced.size())
                    .count("measurements", market.measurements().size());
            ImportLog log = ImportLog.of(imports);
            j.lines("sources", PriceSources.of(priced, dated, staleness, asOf), s -> j.text("source", s.name()).count("rows", s.offers().size()).count("earlier", s.earlier())
                    .count("refused", log.refused(s.name()).map(Long::intValue).orElse(null)).text("oldest", s.oldest()).text("newest", s.newest()).count("stale", s.stale().size()).text("grades", grades(s.offers())));
            if (terms != null) terms.write(j);
            log.write(j);
            rates.write(j);
            j.objects("unknown", Unknowns.of(market).entrySet(), e -> j.text("what", e.getKey()).count("count", e.getValue().size()).texts("ids", e.getValue()));
            j.lines("odd", odd, o -> j.text("kind", Names.words(o.kind()).replace(' ', '-')).text("subject", o.subject()).text("what", o.what()).text("mend", o.mend()));
        });
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
