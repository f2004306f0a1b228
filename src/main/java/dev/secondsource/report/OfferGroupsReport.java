package dev.secondsource.report;

import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.OfferFilter;
import dev.secondsource.market.OfferGroup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of offers, each shown by its cheapest. Every figure of a row is of that one offer, which somebody sells as it
 * stands: a least price of one region is never put beside the term or the date of another.
 */
public final class OfferGroupsReport {
    private static final List<String> COLUMNS = List.of(
            "group", "pricing", "term_months", "offers", "regions", "low_per_accelerator", "low_offer", "low_region", "low_price_date", "low_grade", "high_per_accelerator", "high_offer", "currency", "per");

    private OfferGroupsReport() {}

    /** A table with one row a group, as many as the page has. */
    public static String text(List<OfferGroup> groups, String by, Page page) {
        List<OfferGroup> shown = groups.subList(0, Math.min(page.rows(), groups.size()));
        Function<BigDecimal, String> price = OffersReport.column(shown.stream().flatMap(g -> Stream.of(g.cheapest(), g.dearest())).toList());
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (OfferGroup group : shown) {
            Offer low = group.cheapest();
            boolean priced = low.price() != null;
            rows.add(List.of(
                    Table.Cell.of(group.name()), Table.Cell.of(Names.pricing(low)), OffersReport.price(low, price), Table.Cell.of(priced ? OffersReport.per(low) : "–"),
                    Table.Cell.of(low.id()), Table.Cell.of(low.region() == null ? "–" : low.region().id()), Table.Cell.of(priced ? OffersReport.date(low) : "–"),
                    Table.Cell.of(Amounts.count(group.offers().size() - 1L)), OffersReport.price(group.dearest(), price)));
        }
        Sheet sheet = new Sheet(page);
        if (!rows.isEmpty()) {
            Table table = new Table(List.of(
                    Table.Column.words(by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1), 8, 0), Table.Column.words("Pricing", 9, 4), Table.Column.number("Per" + Text.GLUE + "chip", 7, 0),
                    Table.Column.words("", 0, 0), Table.Column.words("Cheapest offer", 18, 0), Table.Column.words("Region", 9, 5), Table.Column.words("Date", 0, 1),
                    Table.Column.number("Others", 0, 2), Table.Column.number("up" + Text.GLUE + "to", 7, 3)), rows);
            sheet.table(table);
            OffersReport.leftOut(table, sheet);
        }
        OffersReport.shown(shown.size(), groups.size(), "groups", sheet);
        sheet.text(0, Ink.DIM, "Each row is the cheapest offer of its group as it is sold: price, region, term and date are of that one. Between regions, sizes and sellers prices differ for reasons.");
        return sheet.end();
    }

    /** All groups for a spreadsheet. */
    public static String csv(List<OfferGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        for (OfferGroup group : groups) {
            Offer low = group.cheapest();
            Offer high = group.dearest();
            boolean priced = low.price() != null;
            rows.add(List.of(
                    CsvReport.text(group.name()), Names.words(group.pricing()), OffersReport.term(group.termMonths()), String.valueOf(group.offers().size()), String.valueOf(group.regions()),
                    priced ? Amounts.exact(OfferFilter.price(low)) : "", CsvReport.text(low.id()), low.region() == null ? "" : CsvReport.text(low.region().id()),
                    priced ? OffersReport.date(low) : "", priced ? low.evidence().grade().name() : "", priced ? Amounts.exact(OfferFilter.price(high)) : "", CsvReport.text(high.id()),
                    priced ? low.price().currency().getCurrencyCode() : "", priced ? OffersReport.unit(low) : ""));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    /** All groups for programs. */
    public static String json(List<OfferGroup> groups, String by, Market market, @Nullable LocalDate asOf) {
        return Json.object(j -> j.text("market", market.version()).text("asOf", asOf).text("groupBy", by).count("count", groups.size()).objects("groups", groups, group -> {
            j.text("group", group.name()).text("pricing", Names.words(group.pricing())).count("termMonths", group.termMonths()).count("offers", group.offers().size()).count("regions", (int) group.regions());
            j.line("cheapest", group.cheapest(), o -> OffersReport.line(j, o, market));
            j.line("dearest", group.dearest(), o -> OffersReport.line(j, o, market));
        }));
    }
}
