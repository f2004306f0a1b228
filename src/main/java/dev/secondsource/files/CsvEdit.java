package dev.secondsource.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Changes rows of a CSV file and adds others behind them; every other line, comments too, stays as it is. */
final class CsvEdit {
    private final List<String> lines;
    private final List<String> columns;
    private final Map<Integer, Integer> heights = new HashMap<>();
    private final Map<Integer, Map<String, String>> changed = new HashMap<>();
    private final List<Map<String, String>> added = new ArrayList<>();

    /**
     * @param text of a file that was read without a problem
     * @param rows its rows
     */
    CsvEdit(String text, List<CsvTable.Row> rows) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = new ArrayList<>(Arrays.asList(plain.split("\n", -1)));
        columns = Arrays.stream(lines.stream().filter(l -> !l.startsWith("#") && !l.isBlank()).findFirst().orElse("").strip().split(",")).map(c -> c.strip().replace("\"", "")).toList();
        for (CsvTable.Row row : rows) {
            int height = 1;
            for (JsonNode cell : row.cells()) height += (int) cell.asString("").chars().filter(c -> c == '\n').count();
            heights.put(row.line(), height);
        }
    }

    /** @param line 1-based line on which the row begins */
    void change(int line, Map<String, String> cells) {
        changed.put(line, cells);
    }

    void add(Map<String, String> cells) {
        added.add(cells);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= lines.size(); line++) {
            Map<String, String> cells = changed.get(line);
            if (cells != null) {
                text.append(row(cells)).append('\n');
                line += heights.getOrDefault(line, 1) - 1;
            } else if (line < lines.size() || !lines.get(line - 1).isEmpty()) {
                text.append(lines.get(line - 1)).append('\n');
            }
        }
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
