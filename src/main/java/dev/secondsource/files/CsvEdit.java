package dev.secondsource.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Adds rows behind those of a CSV file; every line there is, comments too, stays as it is. */
final class CsvEdit {
    private final String before;
    private final List<String> columns;
    private final List<Map<String, String>> added = new ArrayList<>();

    /** @param text of a file that was read without a problem */
    CsvEdit(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        before = plain.isEmpty() || plain.endsWith("\n") ? plain : plain + "\n";
        columns = Arrays.stream(plain.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).findFirst().orElse("").strip().split(",")).map(c -> c.strip().replace("\"", "")).toList();
    }

    void add(Map<String, String> cells) {
        added.add(cells);
    }

    String text() {
        StringBuilder text = new StringBuilder(before);
        for (Map<String, String> cells : added) text.append(row(cells)).append('\n');
        return text.toString();
    }

    private String row(Map<String, String> cells) {
        StringWriter row = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(row)) {
            csv.writeRecord(columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be written", e);
        }
        return row.toString().stripTrailing();
    }
}
