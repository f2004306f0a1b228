package dev.secondsource.files;

import dev.secondsource.catalogue.Format;
import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.catalogue.Reason;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of imports.csv, the log that imports keep in a market folder: no decision reads it, so a mistake in it stops none. */
public final class MarketImports {
    static final String FILE = "imports.csv";
    static final List<String> COLUMNS = List.of("as_of", "file", "format", "provider", "rows", "passed_over", "found", "taken", "merged", "refused", "reasons", "refused_in");
    private static final String BY_REASON = "; ";

    private MarketImports() {}

    /** The log of a folder, in its order; empty if it keeps none. */
    public static Checked<List<LoggedImport>> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return Checked.of(List.of());
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return Checked.wrong(Problem.in(file.toString(), "cannot be read: " + TextFiles.reason(e), "check the file: it is UTF-8 text"));
        }
    }

    static Checked<List<LoggedImport>> read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        List<LoggedImport> log = new ArrayList<>();
        Map<List<Object>, Integer> lines = new HashMap<>();
        for (CsvTable.Row line : CsvTable.parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text, COLUMNS, problems)) {
            MarketFields row = new MarketFields(new MarketFields.Source(file, any -> line.line(), LocalDate.MAX, problems), line.cells());
            LoggedImport logged = row(row);
            if (logged == null) continue;
            Integer first = lines.putIfAbsent(logged.key(), line.line());
            if (first == null) log.add(logged);
            else row.wrong("", "duplicate of line " + first + ": " + logged.source() + " of " + logged.asOf(), "keep the newer of the two rows");
        }
        return problems.isEmpty() ? Checked.of(log) : Checked.wrong(problems);
    }

    private static @Nullable LoggedImport row(MarketFields row) {
        LocalDate asOf = row.date("as_of");
        if (row.optional("as_of") == null) row.wrong("as_of", "is missing", "give the day the list speaks of");
        String file = row.text("file");
        if (file.contains("/") || file.contains("\\")) row.wrong("file", "\"" + file + "\" names a folder", "give the name of the file alone: a path may be confidential");
        Format format = row.requiredWord("format", Format.class);
        int rows = count(row, "rows");
        int passedOver = count(row, "passed_over");
        int found = count(row, "found");
        int taken = count(row, "taken");
        int merged = count(row, "merged");
        int refused = count(row, "refused");
        Map<Reason, Integer> reasons = reasons(row);
        int reasoned = reasons.values().stream().mapToInt(Integer::intValue).sum();
        if (row.isSound() && reasoned != refused) row.wrong("reasons", "add up to " + reasoned + ", and " + refused + " were refused", "correct the count");
        if (row.isSound() && found != taken + merged + refused)
            row.wrong("found", found + " were found, and " + taken + " taken, " + merged + " merged and " + refused + " refused make " + (taken + merged + refused), "correct the count, or delete the row: the next import writes it anew");
        return row.isSound() ? new LoggedImport(asOf, file, format, row.note("provider"), rows, passedOver, found, taken, reasons, row.note("refused_in")) : null;
    }

    private static int count(MarketFields row, String field) {
        java.math.BigDecimal number = row.number(field);
        if (row.optional(field) == null || number != null && (number.signum() < 0 || number.scale() > 0 || number.precision() > 9))
            row.wrong(field, row.optional(field) == null ? "is missing" : "\"" + row.note(field) + "\" is no count", "write a whole number, 0 or more");
        return number == null || !row.isSound() ? 0 : number.intValueExact();
    }

    private static Map<Reason, Integer> reasons(MarketFields row) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        List<String> words = Arrays.stream(Reason.values()).map(MarketFields::word).toList();
        for (String part : row.note("reasons").isEmpty() ? new String[0] : row.note("reasons").split(BY_REASON.strip())) {
            String[] pair = part.strip().split("=", 2);
            int reason = words.indexOf(pair[0]);
            if (reason < 0) row.wrong("reasons", "\"" + pair[0] + "\" is no reason", Nearest.suggestion(pair[0], words));
            else if (pair.length < 2 || !pair[1].matches("[1-9]\\d{0,8}")) row.wrong("reasons", "\"" + part.strip() + "\" has no count", "write " + pair[0] + "=12");
            else reasons.merge(Reason.values()[reason], Integer.valueOf(pair[1]), Integer::sum);
        }
        return reasons;
    }

    /**
     * The log with what lists came to now. A list that said the same before keeps its row: importing it again changes nothing.
     *
     * @param text of the log so far, of its header alone if there is none
     */
    static String with(String text, List<LoggedImport> before, List<LoggedImport> now) {
        Map<List<Object>, LoggedImport> all = new LinkedHashMap<>();
        before.forEach(logged -> all.put(logged.key(), logged));
        List<LoggedImport> fresh = now.stream().filter(logged -> all.get(logged.key()) == null || !all.get(logged.key()).saysTheSame(logged)).toList();
        if (fresh.isEmpty()) return text;
        boolean replaces = fresh.stream().anyMatch(logged -> all.containsKey(logged.key()));
        fresh.forEach(logged -> all.put(logged.key(), logged));
        CsvEdit edit = new CsvEdit(replaces ? header() : text);
        (replaces ? all.values() : fresh).forEach(logged -> edit.add(cells(logged)));
        return edit.text();
    }

    static String header() {
        return String.join(",", COLUMNS) + "\n";
    }

    private static Map<String, String> cells(LoggedImport logged) {
        Map<String, String> cells = new HashMap<>();
        cells.put("as_of", logged.asOf().toString());
        cells.put("file", logged.file());
        cells.put("format", MarketFields.word(logged.format()));
        cells.put("provider", logged.provider());
        cells.put("rows", String.valueOf(logged.rows()));
        cells.put("passed_over", String.valueOf(logged.passedOver()));
        cells.put("found", String.valueOf(logged.found()));
        cells.put("taken", String.valueOf(logged.taken()));
        cells.put("merged", String.valueOf(logged.merged()));
        cells.put("refused", String.valueOf(logged.refusedCount()));
        cells.put("reasons", logged.refused().entrySet().stream().map(e -> MarketFields.word(e.getKey()) + "=" + e.getValue()).collect(Collectors.joining(BY_REASON)));
        cells.put("refused_in", logged.refusedIn());
        return cells;
    }
}
