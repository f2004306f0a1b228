package dev.secondsource.files;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads CSV with a header of exactly the expected columns and any of the optional ones, in any order; lines that start with # are comments. */
final class CsvTable {
    private CsvTable() {}

    /**
     * One row.
     *
     * @param cells by column; empty ones are left out
     * @param line 1-based line it begins on
     */
    record Row(ObjectNode cells, int line) {}

    /** The rows; those of the wrong width are left out, with a problem added. */
    static List<Row> parse(String file, String text, List<String> columns, List<Problem> problems) {
        return parse(file, text, columns, List.of(), problems);
    }

    /** The same, with columns that may be left out. */
    static List<Row> parse(String file, String text, List<String> columns, List<String> optional, List<Problem> problems) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                problems.add(new Problem(file, 1, "", "is empty", "start with the header " + String.join(",", columns)));
                return rows;
            }
            CsvRecord header = records.next();
            if (!headerIsRight(file, header, columns, optional, problems)) return rows;
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = (int) record.getStartingLineNumber();
                if (record.getFieldCount() == header.getFieldCount()) rows.add(row(header, record, line));
                else
                    problems.add(new Problem(
                            file,
                            line,
                            "",
                            "has " + record.getFieldCount() + " cells under " + header.getFieldCount() + " columns",
                            "quote cells that hold a comma, and close every quote"));
            }
        } catch (CsvParseException | IOException e) {
            problems.add(new Problem(file, line, "", "malformed CSV at or after this line: " + e.getMessage(), "close every quote"));
        }
        return rows;
    }

    private static boolean headerIsRight(String file, CsvRecord header, List<String> columns, List<String> optional, List<Problem> problems) {
        int line = (int) header.getStartingLineNumber();
        int before = problems.size();
        Set<String> found = new HashSet<>();
        for (String name : header.getFields()) {
            if (!columns.contains(name) && !optional.contains(name))
                problems.add(new Problem(file, line, name, "unknown column", Nearest.to(name, optional).map(meant -> "did you mean " + meant + "?").orElseGet(() -> Nearest.suggestion(name, columns))));
            else if (!found.add(name)) problems.add(new Problem(file, line, name, "the column is given twice", "keep one"));
        }
        for (String name : columns)
            if (!found.contains(name))
                problems.add(new Problem(file, line, name, "missing column", "add it; its cells may be empty where SOURCES.md says so"));
        return problems.size() == before;
    }

    private static Row row(CsvRecord header, CsvRecord record, int line) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String cell = record.getField(i).strip();
            if (!cell.isEmpty()) cells.put(header.getField(i), cell);
        }
        return new Row(cells, line);
    }
}
