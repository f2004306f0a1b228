package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Scope;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Analyses;
import dev.secondsource.report.CsvReport;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.MarkdownReport;
import dev.secondsource.report.Page;
import dev.secondsource.report.TerminalReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Decides for one buyer. */
final class EvaluateCommand implements ShellCommand {
    static final Option<LocalDate> AS_OF =
            Option.of("as-of", Value.DATE, "the day of the decision, on which nothing later is known; without it, the profile's own");

    private static final String NAME = "evaluate";
    private static final int ROWS = 10;

    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print the decision").letter('o').byDefault(Format.TABLE);
    private static final Option<Integer> TOP =
            Option.of("top", Value.COUNT, "most rows of a table, and half as many entries of a list; json and csv have all").byDefault(ROWS);
    private static final Option<Path> OUT = Option.of("out", Value.FILE, "writes to this file, all or nothing, instead of printing");

    private static final Option<BigDecimal> GAP = Option.of("gap", Value.AMOUNT.called("PERCENT"),
            "how far the cost of the allocation may be from the least; without it, allocation.optimality-gap of the policy");
    private static final Option<Integer> TIME_LIMIT = Option.of("time-limit", Value.COUNT.called("SECONDS"),
            "seconds after which the search for a cheaper allocation stops; without it, the same inputs always give the same bytes");
    private static final String GAP_KEY = "allocation.optimality-gap";
    private static final long A_SECOND = 1_000_000_000L;

    /** How a decision is printed. */
    enum Format {
        /** For reading in a terminal. */
        TABLE,
        /** The decision record. */
        JSON,
        /** For a page or a comment. */
        MD,
        /** For a spreadsheet. */
        CSV
    }

    private final Session session;
    private final Sources sources;

    public EvaluateCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Decides what to buy, from whom and in what shares, and says why.",
                        example("evaluate profiles/frontier-lab.yaml", "the decision, to be read"),
                        example("evaluate profiles/regulated-bank.yaml -o json --out record.json", "the decision record, in a file"))
                .also("evaluate profiles/regulated-bank.yaml --fail-on override --fail-on below:accept", "exit code 5 unless it is clean")
                .taking(Profiles.PROFILE)
                .with(OUTPUT, OUT, TOP, AS_OF, GAP, TIME_LIMIT, Gate.FAIL_ON, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Sources.Pending pending = sources.begin(words);
        Checked<ReadProfile> read = Profiles.read(words.find(Profiles.PROFILE), session, output, NAME);
        List<Problem> problems = new ArrayList<>(read.problems());
        Checked<Loaded> loaded = pending.end(output);
        problems.addAll(loaded.problems());
        if (!problems.isEmpty()) return refused(problems, output);
        words.all(Gate.FAIL_ON).forEach(gate -> gate.check(loaded.orThrow().knowledge().rules(), NAME));

        ReadProfile asked = words.find(GAP).map(gap -> read.orThrow().decidingBy(read.orThrow().profile().policy().overriding(GAP_KEY, gap.movePointLeft(2)))).orElseGet(read::orThrow);
        Checked<Decided> checked = Decided.of(asked, loaded.orThrow(), words.find(AS_OF), Scope.FULL.until(outOfTime(words.find(TIME_LIMIT))));
        if (!(checked instanceof Checked.Valid<Decided> valid)) return refused(checked.problems(), output);
        session.decide(valid.value());
        return print(valid.value(), words, output).orElseGet(() -> outcome(valid.value(), words.all(Gate.FAIL_ON), output));
    }

    private static BooleanSupplier outOfTime(Optional<Integer> seconds) {
        if (seconds.isEmpty()) return () -> false;
        long start = System.nanoTime();
        return () -> System.nanoTime() - start > seconds.get() * A_SECOND;
    }

    private static Outcome refused(List<Problem> problems, Output output) {
        output.problems(problems.stream().sorted().distinct().toList());
        return Outcome.INVALID_INPUT;
    }

    private static Optional<Outcome> print(Decided decided, Words words, Output output) {
        Optional<Path> file = words.find(OUT);
        Display display = file.isPresent() || words.get(OUTPUT) != Format.TABLE ? Display.FILE : output.display();
        String text = text(decided, words.get(OUTPUT), new Page(display.width(), display.colour(), words.get(TOP)));
        if (file.isEmpty()) {
            output.data(text);
            return Optional.empty();
        }
        Optional<Problem> problem = TextFiles.write(file.get(), text);
        if (problem.isEmpty()) output.note("written to " + file.get());
        return problem.map(p -> refused(List.of(p), output));
    }

    private static String text(Decided decided, Format format, Page page) {
        Decision decision = decided.decision();
        return switch (format) {
            case TABLE -> TerminalReport.of(decision, decided.loaded().knowledge().rules(), page);
            case JSON -> DecisionRecord.of(decision, decided.loaded().knowledge().rules());
            case MD -> MarkdownReport.of(decision, decided.loaded().knowledge().rules(), Analyses.NONE, page.rows());
            case CSV -> CsvReport.of(decision);
        };
    }

    /** What the decision means for a script: a rule that failed before anything, then no answer, then the gates. */
    static Outcome outcome(Decided decided, List<Gate> gates, Output output) {
        Outcome outcome = outcome(decided.decision(), output);
        if (outcome != Outcome.DECIDED) return outcome;
        List<String> trips = gates.stream().flatMap(gate -> gate.trips(decided).stream()).distinct().toList();
        trips.forEach(trip -> output.error(decided.decision().profile().id() + ": --fail-on " + trip));
        return trips.isEmpty() ? Outcome.DECIDED : Outcome.GATE_TRIPPED;
    }

    /** The same where no gate is asked for. */
    static Outcome outcome(Decision decision, Output output) {
        String buyer = decision.profile().id() + ": ";
        if (!decision.brokenRules().isEmpty()) {
            decision.brokenRules().forEach((rule, reason) -> output.error(buyer + "the rule " + rule + " failed and is missing from this decision: " + reason));
            return Outcome.INTERNAL_ERROR;
        }
        if (decision.isFeasible()) return Outcome.DECIDED;
        decision.workloads().stream().filter(w -> w.winner().isEmpty()).forEach(w -> output.error(buyer + w.workload().id() + ": " + w.answer()));
        return Outcome.NOT_FEASIBLE;
    }
}
