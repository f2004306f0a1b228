package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.decision.Alternatives;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import dev.secondsource.report.FrontierReport;
import dev.secondsource.stress.Scenarios;
import dev.secondsource.stress.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what spreading the work costs, from all in one place to as spread as can be. */
final class FrontierCommand implements ShellCommand {
    private static final String NAME = "frontier";
    private static final int ROWS = 40;

    private static final Option<Boolean> QUICK = Option.flag("no-regret", "leaves out the regret in the scenarios, which takes a decision each");

    private final Session session;
    private final Sources sources;

    public FrontierCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Draws what spreading the work costs: cost against the effective number of suppliers against the largest regret, from all in one place to as spread as can be.",
                        example("frontier profiles/frontier-lab.yaml", "a table and a plot, the chosen point marked"),
                        example("frontier profiles/regulated-bank.yaml --no-regret -o csv", "cost and spread alone, for a spreadsheet"))
                .taking(Profiles.PROFILE)
                .with(Printed.OUTPUT, QUICK, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        Decided base = valid.value();
        Optional<Frontier> frontier = Alternatives.frontier(base.decision(), base.loaded().market());
        if (frontier.isEmpty()) return EvaluateCommand.outcome(base, List.of(), output);
        Checked<List<Money>> regrets = words.get(QUICK) ? Checked.of(List.of()) : regrets(base, frontier.get(), words);
        if (!(regrets instanceof Checked.Valid<List<Money>> known)) {
            output.problems(regrets.problems());
            return Outcome.INVALID_INPUT;
        }
        output.data(words.get(Printed.OUTPUT).marked(base.decision().isConfidential(), switch (words.get(Printed.OUTPUT)) {
            case TEXT -> FrontierReport.text(base.decision(), frontier.get(), known.value(), Printed.page(output, ROWS));
            case JSON -> FrontierReport.json(base.decision(), frontier.get(), known.value());
            case CSV -> FrontierReport.csv(base.decision(), frontier.get(), known.value());
        }, output));
        return EvaluateCommand.outcome(base, List.of(), output);
    }

    private Checked<List<Money>> regrets(Decided base, Frontier frontier, Words words) {
        List<Allocation> allocations = frontier.points().stream().map(Frontier.Point::allocation).toList();
        return sources.scenarios(words, base.loaded().knowledge().policyBook())
                .then(scenarios -> Worlds.of(base.profile().profile(), base.loaded().market(), base.loaded().knowledge(), base.decision(), scenarios))
                .then(worlds -> {
                    List<Problem> problems = new ArrayList<>();
                    for (Allocation allocation : allocations)
                        worlds.whyNotCompared(allocation).ifPresent(reason -> problems.add(Problem.in(base.decision().profile().id(), "the regret is not known: " + reason, "leave it out with --no-regret")));
                    return problems.isEmpty() ? Checked.of(worlds.largestRegrets(allocations)) : Checked.wrong(problems.stream().distinct().toList());
                });
    }
}
