package dev.secondsource.report;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Contracted;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.OfferFilter;
import dev.secondsource.market.OfferGroup;
import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Offers to be looked at, one by one or in groups. Two prices are never made one, and an unknown one is shown as that. */
public final class OffersReport {
    private static final List<String> COLUMNS = List.of(
            "offer", "provider", "instance_type", "designer", "accelerator", "accelerators", "sold_as", "memory_gib", "region", "country", "pricing", "term_months",
            "price_state", "price", "price_per_accelerator", "currency", "per", "price_date", "grade", "source", "note", "list_price", "list_currency", "contracted_price", "terms",
            "terms_owner", "terms_until", "terms_quantity");
    private static final List<String> GROUP_COLUMNS = List.of(
            "group", "pricing", "term_months", "offers", "regions", "low_per_accelerator", "low_offer", "high_per_accelerator", "high_offer", "currency", "per");

    /** Where the price stands in a row. */
    private static final int PRICE = 7;

    private OffersReport() {}

    /** A table, as many rows as the page has. */
    public static String text(List<Offer> offers, Market market, Page page) {
        List<Offer> shown = offers.subList(0, Math.min(page.rows(), offers.size()));
        Function<BigDecimal, String> price = column(shown);
        boolean own = offers.stream().anyMatch(o -> o.contracted() != null);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Offer offer : shown) {
            Accelerator part = market.accelerator(offer.accelerator());
            List<Table.Cell> cells = new ArrayList<>(List.of(
                    Table.Cell.of(offer.accelerator()), Table.Cell.of(part.designer()),
                    Table.Cell.of(part.memoryGiB() == null ? "–" : Amounts.count(part.memoryGiB())),
                    Table.Cell.of(Names.sold(offer)), Table.Cell.of(Amounts.count(offer.acceleratorCount())),
                    Table.Cell.of(offer.region() == null ? "–" : offer.region().id()), Table.Cell.of(Names.pricing(offer)),
                    own && offer.contracted() == null ? Table.Cell.of("–") : price(offer, price), Table.Cell.of(offer.price() == null ? "–" : per(offer)),
                    Table.Cell.of(offer.price() == null ? "–" : date(offer)), Table.Cell.of(offer.price() == null ? "–" : offer.evidence().grade().name()),
                    Table.Cell.of(offer.id())));
            if (own) cells.add(PRICE, list(offer, price));
            rows.add(cells);
        }
        Sheet sheet = new Sheet(page);
        if (!rows.isEmpty()) {
            List<Table.Column> columns = new ArrayList<>(List.of(
                    Table.Column.words("Accelerator", 0, 0), Table.Column.words("Designer", 0, 5), Table.Column.number("GiB", 0, 6),
                    Table.Column.words("Sold as", 14, 0), Table.Column.number("Chips", 0, 4), Table.Column.words("Region", 12, 1),
                    Table.Column.words("Pricing", 9, 0), Table.Column.number(own ? "Contracted" : "Per" + Text.GLUE + "chip", 7, 0), Table.Column.words("", 0, 0),
                    Table.Column.words("Date", 0, 2), Table.Column.words("Grade", 0, 3), Table.Column.words("Offer", 0, 0).whereThereIsRoom()));
            if (own) columns.add(PRICE, Table.Column.number("List", 7, 0));
            Table table = new Table(columns, rows);
            sheet.table(table);
            leftOut(table, sheet);
        }
        shown(shown.size(), offers.size(), "offers", sheet);
        remarks(shown, sheet);
        return sheet.end();
    }

    /** A table with one row a group. */
    public static String groups(List<OfferGroup> groups, String by, Page page) {
        List<OfferGroup> shown = groups.subList(0, Math.min(page.rows(), groups.size()));
        Function<BigDecimal, String> price = column(shown.stream().flatMap(g -> Stream.of(g.cheapest(), g.dearest())).toList());
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (OfferGroup group : shown) {
            Offer low = group.cheapest();
            Offer high = group.dearest();
            rows.add(List.of(
                    Table.Cell.of(group.name()), Table.Cell.of(Names.pricing(low)), Table.Cell.of(Amounts.count(group.offers().size())),
                    Table.Cell.of(Amounts.count(group.regions())), price(low, price), Table.Cell.of(low.price() == null ? "–" : where(low)),
                    price(high, price), Table.Cell.of(low.price() == null ? "–" : where(high)), Table.Cell.of(low.price() == null ? "–" : per(low))));
        }
        Sheet sheet = new Sheet(page);
        if (!rows.isEmpty()) {
            Table table = new Table(List.of(
                    Table.Column.words(by.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + by.substring(1), 8, 0), Table.Column.words("Pricing", 9, 0),
                    Table.Column.number("Offers", 0, 1), Table.Column.number("Regions", 0, 2), Table.Column.number("Low", 7, 0),
                    Table.Column.words("of", 12, 0), Table.Column.number("High", 7, 0), Table.Column.words("of", 12, 3), Table.Column.words("Per" + Text.GLUE + "chip", 0, 0)), rows);
            sheet.table(table);
            leftOut(table, sheet);
        }
        shown(shown.size(), groups.size(), "groups", sheet);
        sheet.text(0, Ink.DIM, "Low and high are each one offer's price per accelerator; between regions, sizes and sellers they differ for reasons.");
        return sheet.end();
    }

    /** All offers for a spreadsheet. */
    public static String csv(List<Offer> offers, Market market) {
        List<List<String>> rows = new ArrayList<>();
        for (Offer offer : offers) {
            Accelerator part = market.accelerator(offer.accelerator());
            BigDecimal each = OfferFilter.price(offer);
            Contracted terms = offer.contracted();
            rows.add(List.of(
                    CsvReport.text(offer.id()), CsvReport.text(offer.provider()), CsvReport.text(offer.instanceType()), CsvReport.text(part.designer()),
                    CsvReport.text(part.id()), String.valueOf(offer.acceleratorCount()), offer.soldAs() == null ? "" : Names.words(offer.soldAs()), part.memoryGiB() == null ? "" : Amounts.exact(part.memoryGiB()),
                    offer.region() == null ? "" : CsvReport.text(offer.region().id()), offer.region() == null ? "" : offer.region().country(),
                    Names.words(offer.pricing()), term(offer.termMonths()), offer.price() == null ? "price unknown" : "known",
                    offer.price() == null ? "" : Amounts.exact(offer.price()), each == null ? "" : Amounts.exact(each),
                    offer.price() == null ? "" : offer.price().currency().getCurrencyCode(), offer.price() == null ? "" : unit(offer),
                    offer.evidence().date() == null ? "" : offer.evidence().date().toString(), offer.evidence().grade().name(),
                    CsvReport.text(offer.evidence().source()), CsvReport.text(offer.note()),
                    offer.listPrice() == null ? "" : Amounts.exact(offer.listPrice()), offer.listPrice() == null ? "" : offer.listPrice().currency().getCurrencyCode(),
                    terms == null ? "" : Amounts.exact(offer.price()), terms == null ? "" : CsvReport.text(terms.entry()), terms == null ? "" : CsvReport.text(terms.owner()),
                    terms == null ? "" : terms.until().toString(), terms == null || terms.quantity() == null ? "" : terms.quantity().toString()));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    /** All groups for a spreadsheet. */
    public static String groupsCsv(List<OfferGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (OfferGroup group : groups) {
            Offer low = group.cheapest();
            Offer high = group.dearest();
            boolean priced = low.price() != null;
            rows.add(List.of(
                    CsvReport.text(group.name()), Names.words(group.pricing()), term(group.termMonths()), String.valueOf(group.offers().size()),
                    String.valueOf(group.regions()), priced ? Amounts.exact(OfferFilter.price(low)) : "", priced ? CsvReport.text(low.id()) : "",
                    priced ? Amounts.exact(OfferFilter.price(high)) : "", priced ? CsvReport.text(high.id()) : "",
                    priced ? low.price().currency().getCurrencyCode() : "", priced ? unit(low) : ""));
        }
        return CsvReport.write(GROUP_COLUMNS, rows);
    }

    private static Function<BigDecimal, String> column(List<Offer> offers) {
        Function<BigDecimal, String> hourly = Amounts.column(offers.stream().filter(o -> o.pricing() != PricingKind.PURCHASE).map(OfferFilter::price).filter(Objects::nonNull));
        return amount -> amount.compareTo(BigDecimal.valueOf(1000)) >= 0 ? Amounts.readable(amount) : hourly.apply(amount);
    }

    private static Table.Cell price(Offer offer, Function<BigDecimal, String> column) {
        BigDecimal price = OfferFilter.price(offer);
        return price == null ? new Table.Cell("price unknown", Ink.DIM) : Table.Cell.of(column.apply(price));
    }

    /** The published price; in a currency of its own it says so. */
    private static Table.Cell list(Offer offer, Function<BigDecimal, String> column) {
        Money list = offer.listPrice();
        if (list == null) return price(offer, column);
        String each = column.apply(list.dividedBy(BigDecimal.valueOf(offer.acceleratorCount())).amount());
        return Table.Cell.of(list.currency().equals(offer.price().currency()) ? each : each + " " + list.currency().getCurrencyCode());
    }

    private static String per(Offer offer) {
        return offer.price().currency().getCurrencyCode() + (offer.pricing() == PricingKind.PURCHASE ? "" : "/h");
    }

    private static String unit(Offer offer) {
        return offer.pricing() == PricingKind.PURCHASE ? "unit" : "hour";
    }

    private static String date(Offer offer) {
        LocalDate date = offer.evidence().date();
        return date == null ? "no date" : date.toString();
    }

    private static String where(Offer offer) {
        return Names.sold(offer) + (offer.region() == null ? "" : ", " + offer.region().id());
    }

    private static String term(@Nullable Integer months) {
        return months == null ? "" : months.toString();
    }

    private static void leftOut(Table table, Sheet sheet) {
        List<String> leftOut = table.leftOut(sheet.page().width());
        if (!leftOut.isEmpty()) sheet.text(0, Ink.DIM, "No room at this width for: " + String.join(", ", leftOut) + ".");
    }

    private static void shown(int shown, int all, String what, Sheet sheet) {
        sheet.text(0, Ink.DIM, "shown " + Amounts.count(shown) + " of " + Amounts.count(all) + " " + what + (shown < all ? "; --limit shows more." : "."));
    }

    private static void remarks(List<Offer> shown, Sheet sheet) {
        shown.stream().filter(o -> o.contracted() != null).collect(Collectors.groupingBy(o -> o.contracted().entry(), TreeMap::new, Collectors.toList()))
                .forEach((entry, offers) -> sheet.text(0, Ink.DIM, Amounts.count(offers.size()) + (offers.size() == 1 ? " price is " : " prices are ") + offers.get(0).contracted().words() + " (" + entry + ")."));
        if (shown.stream().anyMatch(o -> o.contracted() != null)) sheet.text(0, Ink.YELLOW, Names.CONFIDENTIAL);
        if (shown.stream().anyMatch(o -> o.pricing() == PricingKind.PURCHASE && o.price() != null))
            sheet.text(0, Ink.DIM, "What is bought has a price once and not by the hour; it stands after what is rented.");
    }
}
