package dev.secondsource.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.secondsource.problem.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads CSV with a header row by row, columns in any order and more of them than asked for. */
final class CsvRows {
    private CsvRows() {}

    /** One row; a cell is found by the name of its column, in whatever case the header writes it. */
    static final class Row {
        private final Map<String, Integer> columns;
        private final CsvRecord record;

        private Row(Map<String, Integer> columns, CsvRecord record) {
            this.columns = columns;
            this.record = record;
        }

        /** 1-based. */
        int line() {
            return (int) record.getStartingLineNumber();
        }

        /** The cell of the first of these columns that is there and filled in; null if none is. {@code nan} and its like count as empty. */
        @Nullable String cell(String... names) {
            for (String name : names) {
                Integer at = columns.get(name.toLowerCase(Locale.ROOT));
                if (at == null) continue;
                String cell = record.getField(at).strip();
                if (!cell.isEmpty() && !isNothing(cell)) return cell;
            }
            return null;
        }

        String text(String... names) {
            String cell = cell(names);
            return cell == null ? "" : cell;
        }

        /** Names of all columns as the header writes them, in lower case. */
        Iterable<String> columns() {
            return columns.keySet();
        }
    }

    private static boolean isNothing(String cell) {
        return cell.equalsIgnoreCase("nan") || cell.equalsIgnoreCase("null") || cell.equalsIgnoreCase("none");
    }

    /**
     * @param required columns that must be there, each with its other names: {@code Price|price_per_hour}
     * @throws NotTheFormat if a column is missing, a row is too short or long, a quote stays open, or there is no row
     */
    static void read(String file, Reader text, List<String> required, Consumer<Row> each) {
        int line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Map<String, Integer> columns = null;
            int width = 0;
            boolean any = false;
            for (CsvRecord record : csv) {
                line = (int) record.getStartingLineNumber();
                if (columns == null) {
                    columns = header(file, record, required);
                    width = record.getFieldCount();
                    continue;
                }
                if (record.getFieldCount() != width)
                    throw new NotTheFormat(file, line, "", "has " + record.getFieldCount() + " cells under " + width + " columns",
                            "quote cells that hold a comma, and close every quote; a file cut short is to be fetched again");
                any = true;
                each.accept(new Row(columns, record));
            }
            if (columns == null) throw new NotTheFormat(file, 1, "", "is empty", "name a file with a header and rows: " + names(required));
            if (!any) throw new NotTheFormat(file, 1, "", "has a header and no rows", "fetch the list again");
        } catch (CsvParseException e) {
            throw new NotTheFormat(file, line, "", "malformed CSV at or after this line: " + e.getMessage(), "close every quote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> header(String file, CsvRecord header, List<String> required) {
        Map<String, Integer> columns = new HashMap<>();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip();
            written.add(name);
            if (columns.putIfAbsent(name.toLowerCase(Locale.ROOT), i) != null && !name.isEmpty())
                throw new NotTheFormat(file, 1, name, "the column is given twice", "keep one");
        }
        List<String> missing = required.stream()
                .filter(names -> Arrays.stream(names.split("\\|")).noneMatch(n -> columns.containsKey(n.toLowerCase(Locale.ROOT)))).toList();
        if (missing.isEmpty()) return columns;
        String near = Nearest.to(missing.get(0).split("\\|")[0], written).map(n -> "; is \"" + n + "\" meant?").orElse("");
        throw new NotTheFormat(file, 1, "", (missing.size() == 1 ? "has no column " : "has no columns ") + names(missing) + near,
                "this form has " + names(required) + "; is it another format?");
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(names -> names.split("\\|")[0]).toList());
    }
}
