package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many decisions side by side, those that could not be made among them. */
public final class BatchSummary {
    /** Columns of {@link #csv}: one row a workload, or one a file that could not be decided. New ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("file", "profile", "status", "cost_per_month", "currency", "workload", "winner", "verdict", "answer", "problems", "review");

    private BatchSummary() {}

    /**
     * One file of a batch.
     *
     * @param file as it was given
     * @param decision null if none could be made
     * @param problems why not, or warnings beside the decision
     */
    public record Entry(String file, @Nullable Decision decision, List<Problem> problems) {
        public Entry {
            problems = List.copyOf(problems);
        }
    }

    /** One row a workload; the cost of a month stands in a decision's first row. */
    public static String text(List<Entry> entries, Page page) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.decision() == null) {
                rows.add(List.of(Table.Cell.of(entry.file()), new Table.Cell("ERROR", Ink.RED), Table.Cell.of(""), Table.Cell.of(""), Table.Cell.of(problem(entry))));
                continue;
            }
            boolean first = true;
            for (WorkloadDecision workload : entry.decision().workloads()) {
                Decision decision = entry.decision();
                rows.add(List.of(Table.Cell.of(first ? decision.profile().id() : ""),
                        first ? new Table.Cell(status(decision), Ink.of(decision.allocation().status())) : Table.Cell.of(""),
                        Table.Cell.of(!first ? "" : decision.allocation().shares().isEmpty() ? "–" : Amounts.readable(decision.allocation().perMonth())), Table.Cell.of(workload.workload().id()),
                        Table.Cell.of(answer(workload))));
                first = false;
            }
        }
        Sheet sheet = new Sheet(page);
        sheet.table(new Table(List.of(Table.Column.words("Profile", longest(entries, d -> Stream.of(d.profile().id())), 0), Table.Column.words("Status", 8, 0), Table.Column.number("Per" + Text.GLUE + "month", 0, 0),
                Table.Column.words("Workload", longest(entries, d -> d.workloads().stream().map(w -> w.workload().id())), 0), Table.Column.words("Answer", 20, 0)), rows));
        long failed = entries.stream().filter(e -> e.decision() == null).count();
        sheet.text(0, Ink.PLAIN, Amounts.count(entries.size() - failed) + " of " + Amounts.count(entries.size()) + " decided"
                + (failed == 0 ? "." : ", " + Amounts.count(failed) + " with errors."));
        for (Entry entry : entries)
            for (Problem problem : entry.problems()) sheet.item(0, 1, entry.decision() == null ? Ink.RED : Ink.YELLOW, "!", problem.toString());
        return sheet.end();
    }

    /** A name broken over two lines cannot be searched for; only one that would crowd out the answer is. */
    private static int longest(List<Entry> entries, Function<Decision, Stream<String>> names) {
        return entries.stream().map(Entry::decision).filter(Objects::nonNull).flatMap(names).mapToInt(String::length).map(n -> Math.min(n, 24)).reduce(8, Math::max);
    }

    /** The same for a spreadsheet. */
    public static String csv(List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String problems = CsvReport.text(String.join("; ", entry.problems().stream().map(Problem::toString).toList()));
            if (entry.decision() == null) {
                rows.add(List.of(CsvReport.text(entry.file()), "", "ERROR", "", "", "", "", "", "", problems, ""));
                continue;
            }
            Decision decision = entry.decision();
            for (WorkloadDecision workload : decision.workloads())
                rows.add(List.of(CsvReport.text(entry.file()), CsvReport.text(decision.profile().id()), decision.allocation().status().name(),
                        Amounts.exact(decision.allocation().perMonth()), decision.profile().currency().getCurrencyCode(), CsvReport.text(workload.workload().id()),
                        CsvReport.text(workload.winner().map(w -> w.offer().id()).orElse("")), workload.winner().map(w -> w.verdict().verdict().name()).orElse(""),
                        CsvReport.text(workload.answer()), problems, String.join("; ", Status.against(decision, Severity.MAJOR))));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    /** The same as JSON, {@code batch-summary/1}. */
    public static String json(List<Entry> entries) {
        return Json.object(json -> json.text("schema", "batch-summary/1").objects("decisions", entries, entry -> {
            Decision decision = entry.decision();
            json.text("file", entry.file()).text("profile", decision == null ? null : decision.profile().id());
            json.text("status", decision == null ? "ERROR" : decision.allocation().status()).money("perMonth", decision == null ? null : decision.allocation().perMonth());
            json.texts("review", decision == null ? List.of() : Status.against(decision, Severity.MAJOR));
            json.objects("answers", decision == null ? List.<WorkloadDecision>of() : decision.workloads(), w -> json.text("workload", w.workload().id())
                    .text("winner", w.winner().map(c -> c.offer().id()).orElse(null)).text("verdict", w.winner().map(c -> c.verdict().verdict()).orElse(null))
                    .text("answer", w.answer()));
            json.texts("problems", entry.problems().stream().map(Problem::toString).toList());
        }));
    }

    /** With the rules of the review that stand against it. */
    private static String status(Decision decision) {
        List<String> against = Status.against(decision, Severity.MAJOR);
        return Names.words(decision.allocation().status()).toUpperCase(Locale.ROOT) + (against.isEmpty() ? "" : ": " + String.join(", ", against))
                + (decision.brokenRules().isEmpty() ? "" : " (DEGRADED)");
    }

    private static String answer(WorkloadDecision workload) {
        Assessed winner = workload.winner().orElse(null);
        return winner == null ? "no candidate may lead" : Names.offer(winner.offer()) + ": " + Names.verdict(winner.verdict().verdict());
    }

    private static String problem(Entry entry) {
        return entry.problems().isEmpty() ? "not decided" : entry.problems().get(0).what()
                + (entry.problems().size() == 1 ? "" : " (and " + (entry.problems().size() - 1) + " more)");
    }
}
