package dev.secondsource.report;

import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.catalogue.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the last import of each list came to.
 *
 * @param last by source
 */
record ImportLog(Map<String, LoggedImport> last) {
    static ImportLog of(List<LoggedImport> log) {
        Map<String, LoggedImport> last = new TreeMap<>();
        log.forEach(i -> last.merge(PriceSources.name(i.source()), i, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b));
        return new ImportLog(last);
    }

    /** How many rows of a source were refused; empty if it was not imported. */
    Optional<Long> refused(String source) {
        return Optional.ofNullable(last.get(source)).map(i -> (long) i.refusedCount());
    }

    void write(Sheet sheet) {
        if (last.isEmpty()) return;
        sheet.heading("Last import of each list");
        List<List<Table.Cell>> rows = new ArrayList<>();
        last.values().forEach(i -> rows.add(Stream.of(i.source(), i.asOf().toString(), Amounts.count(i.rows()), Amounts.count(i.passedOver()), Amounts.count(i.found()), Amounts.count(i.taken()), Amounts.count(i.merged()), Amounts.count(i.refusedCount()))
                .map(Table.Cell::of).toList()));
        sheet.table(new Table(List.of(Table.Column.words("List", 24, 0), Table.Column.words("As of", 0, 0), Table.Column.number("Rows", 0, 3), Table.Column.number("Passed over", 0, 4), Table.Column.number("Found", 0, 2),
                Table.Column.number("Taken", 0, 0), Table.Column.number("Merged", 0, 1), Table.Column.number("Refused", 0, 0)), rows));
        List<LoggedImport> refused = last.values().stream().filter(i -> i.refusedCount() > 0).toList();
        refused.forEach(i -> sheet.item(2, 1, Ink.YELLOW, Amounts.count(i.refusedCount()), "refused of " + i.source() + ": " + reasons(i) + ". " + where(i)));
    }

    private static String reasons(LoggedImport i) {
        return i.refused().entrySet().stream().sorted(Map.Entry.<Reason, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry::getKey))
                .map(e -> Amounts.count(e.getValue()) + " " + e.getKey().title()).collect(Collectors.joining(", "));
    }

    private static String where(LoggedImport i) {
        return i.refusedIn().isEmpty() ? "To read why, row by row, import " + i.file() + " again with --refused FILE." : "Why, row by row, is in " + i.refusedIn() + ", where that import was told to write it.";
    }

    void write(Json j) {
        j.objects("imports", last.values(), i -> {
            j.text("source", i.source()).text("asOf", i.asOf()).text("file", i.file()).text("format", Names.words(i.format()).replace(' ', '-')).text("provider", i.provider().isEmpty() ? null : i.provider())
                    .count("rows", i.rows()).count("passedOver", i.passedOver()).count("found", i.found()).count("taken", i.taken()).count("merged", i.merged()).count("refused", i.refusedCount());
            j.lines("reasons", i.refused().entrySet(), e -> j.text("reason", Names.words(e.getKey()).replace(' ', '-')).text("title", e.getKey().title()).count("count", e.getValue()));
            j.text("refusedIn", i.refusedIn().isEmpty() ? null : i.refusedIn());
        });
    }
}
