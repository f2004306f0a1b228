package dev.secondsource.report;

import dev.secondsource.market.Market;
import dev.secondsource.market.Overlay;
import dev.secondsource.market.Overlay.Entry;
import dev.secondsource.market.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Negotiated terms as a source of prices: which there are, whose, from when until when, and what they price.
 *
 * @param terms as the buyer has them
 * @param own the market with the terms laid over it
 * @param asOf the day they were laid over it
 */
public record TermsReport(Overlay terms, Market own, LocalDate asOf) {
    void write(Sheet sheet) {
        sheet.heading("Negotiated terms of " + terms.file() + " on " + asOf);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Entry entry : terms.entries())
            rows.add(Stream.of(entry.id(), selected(entry), Amounts.count(rows(entry)), entry.owner(), Names.words(entry.basis()), entry.from().toString(), entry.until().toString(), state(entry)).map(Table.Cell::of).toList());
        sheet.table(new Table(List.of(Table.Column.words("Entry", 0, 0), Table.Column.words("Offers", 18, 0), Table.Column.number("Rows", 0, 0), Table.Column.words("Owner", 0, 0), Table.Column.words("Basis", 0, 3), Table.Column.words("From", 0, 0),
                Table.Column.words("Until", 0, 0), Table.Column.words("", 0, 0)), rows));
        own.overlaid().remarks().forEach(remark -> sheet.item(2, 1, Ink.PLAIN, "-", remark));
        sheet.text(0, Ink.DIM, "All else here is of the published market, without these terms; market offers --overlay shows both prices side by side.");
    }

    void write(Json json) {
        json.object("overlay", j -> {
            json.text("sha256", terms.sha256()).text("asOf", asOf);
            json.lines("entries", terms.entries(), e -> json.text("entry", e.id()).text("offers", selected(e)).count("rows", rows(e)).text("owner", e.owner()).text("basis", e.basis()).text("source", e.source())
                    .text("from", e.from()).text("until", e.until()).count("quantity", e.quantity()).text("state", state(e)));
            json.texts("remarks", own.overlaid().remarks());
        });
    }

    private static String selected(Entry entry) {
        return entry.offers().conditions().stream().map(TermsReport::words).collect(Collectors.joining(", "));
    }

    private static String words(Selection.Condition<?> condition) {
        return condition.column() + "=" + condition.value();
    }

    /** Offers that it gives their price. */
    private int rows(Entry entry) {
        return (int) own.offers().stream().filter(o -> o.contracted() != null && o.contracted().entry().equals(entry.id())).count();
    }

    private String state(Entry entry) {
        return asOf.isBefore(entry.from()) ? "not begun" : asOf.isAfter(entry.until()) ? "ended" : rows(entry) == 0 ? "not used" : "in force";
    }
}
