package dev.secondsource.report;

import dev.secondsource.market.Offer;
import dev.secondsource.market.OfferFilter;
import dev.secondsource.market.PricingKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The prices of offers through time, each with its source: they are shown and never joined into one.
 *
 * @param series of each offer its prices, the oldest first; none is empty
 */
public record HistoryReport(List<List<Offer>> series) {
    private static final List<String> COLUMNS = List.of("offer", "date", "until", "price", "price_per_accelerator", "currency", "per", "change", "grade", "source");
    private static final int MARGIN = 2;
    private static final int PLOT_ROWS = 10;
    private static final int MOST_PLOT = 90;

    /** A table of each offer, and a drawing of each that has had several prices. */
    public String text(Page page) {
        Sheet sheet = new Sheet(page);
        series.stream().limit(page.rows()).forEach(prices -> {
            Offer newest = prices.get(prices.size() - 1);
            sheet.heading(newest.id() + ": " + newest.acceleratorCount() + " " + newest.accelerator() + ", " + Names.pricing(newest) + (newest.region() == null ? "" : ", " + Names.region(newest.region())));
            table(prices, sheet);
            plot(prices, sheet);
        });
        sheet.blank();
        OffersReport.shown(Math.min(page.rows(), series.size()), series.size(), series.size() == 1 ? "offer" : "offers", sheet);
        sheet.text(0, Ink.DIM, "A price holds from its date until the next one or its own end. Each is what its source says; none is averaged.");
        return sheet.end();
    }

    private static void table(List<Offer> prices, Sheet sheet) {
        Function<BigDecimal, String> column = OffersReport.column(prices);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            Offer offer = prices.get(i);
            rows.add(List.of(Table.Cell.of(OffersReport.date(offer)), OffersReport.price(offer, column), Table.Cell.of(OffersReport.per(offer)), Table.Cell.of(change(prices, i)),
                    Table.Cell.of(offer.evidence().grade().name()), Table.Cell.of(offer.evidence().source())));
        }
        sheet.table(new Table(List.of(Table.Column.words("Date", 0, 0), Table.Column.number("Per" + Text.GLUE + "chip", 7, 0), Table.Column.words("", 0, 0), Table.Column.number("Change", 0, 2),
                Table.Column.words("Grade", 0, 3), Table.Column.words("Source", 20, 0)), rows));
    }

    private static String change(List<Offer> prices, int at) {
        if (at == 0) return "–";
        Offer before = prices.get(at - 1);
        Offer now = prices.get(at);
        if (!before.price().currency().equals(now.price().currency())) return "other currency";
        int sign = now.price().compareTo(before.price());
        if (sign == 0) return "same";
        BigDecimal share = now.price().ratioTo(before.price()).subtract(BigDecimal.ONE);
        return (sign > 0 ? "+" : "") + Amounts.percent(share);
    }

    /** Price upwards, days to the right; a price holds as long as its line. */
    private static void plot(List<Offer> prices, Sheet sheet) {
        if (prices.size() < 2 || prices.stream().map(o -> o.price().currency()).distinct().count() > 1) return;
        List<BigDecimal> each = prices.stream().map(OfferFilter::price).toList();
        BigDecimal least = each.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal most = each.stream().max(BigDecimal::compareTo).orElseThrow();
        Function<BigDecimal, String> column = OffersReport.column(prices);
        String top = column.apply(most);
        String bottom = column.apply(least);
        int label = Math.max(Text.columns(top), Text.columns(bottom));
        int width = Math.max(20, Math.min(MOST_PLOT, sheet.page().width() - label - MARGIN - 3));
        LocalDate first = prices.get(0).evidence().date();
        LocalDate last = prices.get(prices.size() - 1).evidence().date();
        double days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        char[][] canvas = new char[PLOT_ROWS][width];
        for (char[] row : canvas) Arrays.fill(row, ' ');
        for (int i = 0; i < prices.size(); i++) {
            int y = most.compareTo(least) == 0 ? PLOT_ROWS / 2
                    : (int) Math.round((PLOT_ROWS - 1) * (1 - each.get(i).subtract(least).doubleValue() / most.subtract(least).doubleValue()));
            int from = at(prices.get(i).evidence().date(), first, days, width);
            int to = i + 1 == prices.size() ? from : at(end(prices.get(i), prices.get(i + 1)), first, days, width);
            for (int x = from + 1; x < to; x++) canvas[y][x] = '-';
            canvas[y][from] = 'o';
        }
        sheet.blank();
        for (int y = 0; y < PLOT_ROWS; y++) {
            String amount = y == 0 ? top : y == PLOT_ROWS - 1 && most.compareTo(least) > 0 ? bottom : "";
            sheet.text(MARGIN, Ink.PLAIN, glued(" ".repeat(label - Text.columns(amount)) + amount + " |" + new String(canvas[y])));
        }
        sheet.text(MARGIN, Ink.PLAIN, glued(" ".repeat(label) + " +" + "-".repeat(width)));
        sheet.text(MARGIN, Ink.PLAIN, glued(" ".repeat(label + 2) + first + " ".repeat(Math.max(1, width - 20)) + last));
        sheet.text(MARGIN, Ink.DIM, "o a price told by a source, - as long as it holds; " + prices.get(0).price().currency().getCurrencyCode() + " per chip"
                + (prices.get(0).pricing() == PricingKind.PURCHASE ? "" : " and hour"));
    }

    private static LocalDate end(Offer offer, Offer next) {
        LocalDate day = next.evidence().date();
        return offer.until() != null && offer.until().isBefore(day) ? offer.until() : day;
    }

    private static int at(LocalDate day, LocalDate first, double days, int width) {
        return (int) Math.round(ChronoUnit.DAYS.between(first, day) / days * (width - 1));
    }

    /** Wrapping must not join blanks that place a mark. */
    private static String glued(String line) {
        return Text.GLUE + line.stripTrailing().replace(' ', Text.GLUE);
    }

    /** All prices for a spreadsheet. */
    public String csv() {
        List<List<String>> rows = new ArrayList<>();
        for (List<Offer> prices : series)
            for (int i = 0; i < prices.size(); i++) {
                Offer o = prices.get(i);
                rows.add(List.of(CsvReport.text(o.id()), o.evidence().date().toString(), o.until() == null ? "" : o.until().toString(), Amounts.exact(o.price()), Amounts.exact(OfferFilter.price(o)),
                        o.price().currency().getCurrencyCode(), OffersReport.unit(o), i == 0 || share(prices, i) == null ? "" : Amounts.exact(share(prices, i)), o.evidence().grade().name(), CsvReport.text(o.evidence().source())));
            }
        return CsvReport.write(COLUMNS, rows);
    }

    /** All prices for programs; a change is a share of the price before. */
    public String json() {
        return Json.object(j -> j.objects("offers", series, prices -> {
            Offer newest = prices.get(prices.size() - 1);
            j.text("id", newest.id()).text("provider", newest.provider()).text("accelerator", newest.accelerator()).count("accelerators", newest.acceleratorCount());
            j.lines("prices", java.util.stream.IntStream.range(0, prices.size()).boxed().toList(), i -> {
                Offer o = prices.get(i);
                j.text("date", o.evidence().date()).text("until", o.until()).text("price", Amounts.exact(o.price())).decimal("pricePerAccelerator", OfferFilter.price(o))
                        .text("currency", o.price().currency().getCurrencyCode()).text("per", OffersReport.unit(o)).decimal("change", i == 0 ? null : share(prices, i))
                        .text("grade", o.evidence().grade()).text("source", o.evidence().source()).text("note", o.note().isEmpty() ? null : o.note());
            });
        }));
    }

    private static @Nullable BigDecimal share(List<Offer> prices, int at) {
        Offer before = prices.get(at - 1);
        Offer now = prices.get(at);
        return before.price().currency().equals(now.price().currency()) ? now.price().ratioTo(before.price()).subtract(BigDecimal.ONE).setScale(6, java.math.RoundingMode.HALF_EVEN) : null;
    }
}
