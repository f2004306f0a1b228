package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.comparison.Change;
import dev.secondsource.comparison.RulesDiff;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Foresight;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.market.Overlay;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesDiffReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which decisions a change of the rules or of the policy changes, and why. */
final class RulesDiffCommand implements ShellCommand {
    private static final int ROWS = 10;

    private static final Argument<Path> OLD = Argument.one(Value.FOLDER.called("OLD"), "the rules folder before the change");
    private static final Argument<Path> NEW = Argument.one(Value.FOLDER.called("NEW"), "the rules folder after it");
    private static final Option<Path> PROFILES =
            Option.of("profiles", Value.FILE.called("PROFILE"), "profiles to decide with both: a file, or a directory of them").mandatory().manyTimes();
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print it").letter('o').byDefault(Format.TABLE);
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most entries of a list; json has all").byDefault(ROWS);
    private static final Option<Trip> FAIL_ON = Option.of("fail-on", Value.oneOf(Trip.class).called("WHAT"),
            "exit with 5 if the answer, a verdict, a rank, a share, a cost or an exposure of any profile changes");

    private enum Format {
        TABLE,
        JSON
    }

    private enum Trip {
        CHANGE
    }

    private final Sources sources;

    public RulesDiffCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "rules diff",
                        Usage.Group.RULES,
                        "Decides profiles with two rules folders and tells which rules and thresholds differ, which decisions change, and why.",
                        example("rules diff rules my-rules --profiles profiles", "what a change would do to every profile in a directory"),
                        example("rules diff rules my-rules --profiles bank.yaml --fail-on change", "exit code 5 unless the bank's answer stays"))
                .taking(OLD, NEW)
                .with(PROFILES, OUTPUT, TOP, FAIL_ON, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Market> market = sources.market(words, output);
        Checked<Optional<Overlay>> overlay = sources.overlay(words);
        Checked<KnowledgeBase> before = KnowledgeFiles.in(words.get(OLD));
        Checked<KnowledgeBase> after = KnowledgeFiles.in(words.get(NEW));
        List<Problem> problems = new ArrayList<>(market.problems());
        problems.addAll(overlay.problems());
        problems.addAll(before.problems());
        problems.addAll(after.problems());
        if (!problems.isEmpty()) return refused(problems, output);

        Overlay terms = Sources.told(overlay.orThrow(), output);
        Map<String, Decision> old = decisions(words, new Loaded(market.orThrow(), before.orThrow(), Foresight.NONE, terms), output, problems, words.get(OLD));
        Map<String, Decision> young = decisions(words, new Loaded(market.orThrow(), after.orThrow(), Foresight.NONE, terms), output, problems, words.get(NEW));
        if (!problems.isEmpty()) return refused(problems, output);
        List<Change<Decision>> pairs = old.keySet().stream().map(id -> new Change<>(old.get(id), young.get(id))).toList();
        RulesDiff diff = RulesDiff.between(before.orThrow(), after.orThrow(), pairs);
        Display display = output.display();
        boolean confidential = pairs.stream().anyMatch(p -> p.before().isConfidential() || p.after().isConfidential());
        output.data(words.get(OUTPUT) == Format.JSON ? Confidential.json(confidential, RulesDiffReport.json(diff))
                : Confidential.text(confidential, RulesDiffReport.text(diff, new Page(display.width(), display.colour(), words.get(TOP))), display.colour()));
        if (words.find(FAIL_ON).isEmpty() || diff.changed().isEmpty()) return Outcome.DECIDED;
        output.error("--fail-on change: " + diff.changed().stream().map(c -> c.profile()).collect(Collectors.joining(", ")));
        return Outcome.GATE_TRIPPED;
    }

    /** By profile id, in the order of the files; problems say with which rules they come. */
    private static Map<String, Decision> decisions(Words words, Loaded loaded, Output output, List<Problem> problems, Path folder) {
        List<Problem> here = new ArrayList<>();
        List<Decided> decided = ManyDecisions.of(words.all(PROFILES), loaded, words.find(EvaluateCommand.AS_OF), output, here);
        here.forEach(p -> problems.add(new Problem(p.file(), p.line(), p.path(), "with the rules of " + folder + ": " + p.what(), p.mend())));
        return decided.stream().map(Decided::decision)
                .collect(Collectors.toMap(d -> d.profile().id(), Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Outcome refused(List<Problem> problems, Output output) {
        output.problems(problems.stream().sorted().distinct().toList());
        return Outcome.INVALID_INPUT;
    }
}
