package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.authoring.Coverage;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.CoverageReport;
import dev.secondsource.report.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells which rules speak over a set of profiles, and which never do. */
final class RulesCoverageCommand implements ShellCommand {
    private static final Argument<Path> PROFILES = Argument.some(Value.FILE.called("PROFILE"), "profile files, or directories of them");
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print it; json names every subject").letter('o').byDefault(Format.TABLE);

    private enum Format {
        TABLE,
        JSON
    }

    private final Sources sources;

    public RulesCoverageCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "rules coverage",
                        Usage.Group.RULES,
                        "Decides profiles and tells which rules fired, could not judge or were silent on how many offers, and which never fired.",
                        example("rules coverage profiles", "over every profile in a directory"),
                        example("rules coverage lab.yaml bank.yaml -o json > coverage.json", "over two, with every offer by name"))
                .taking(PROFILES)
                .with(OUTPUT, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Loaded> loaded = sources.begin(words).end(output);
        output.problems(loaded.problems());
        if (!(loaded instanceof Checked.Valid<Loaded> valid)) return Outcome.INVALID_INPUT;
        List<Problem> problems = new ArrayList<>();
        List<Decided> decided = ManyDecisions.of(words.all(PROFILES), valid.value(), words.find(EvaluateCommand.AS_OF), output, problems);
        output.problems(problems);
        if (!problems.isEmpty()) return Outcome.INVALID_INPUT;
        Coverage coverage = Coverage.of(valid.value().knowledge().rules(), decided.stream().map(Decided::decision).toList());
        Display display = output.display();
        boolean confidential = decided.stream().anyMatch(d -> d.decision().isConfidential());
        output.data(words.get(OUTPUT) == Format.JSON ? Confidential.json(confidential, CoverageReport.json(coverage))
                : Confidential.text(confidential, CoverageReport.text(coverage, new Page(display.width(), display.colour(), Math.max(1, coverage.lines().size()))), display.colour()));
        return Outcome.DECIDED;
    }
}
