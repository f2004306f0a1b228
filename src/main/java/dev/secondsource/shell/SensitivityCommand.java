package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.problem.Checked;
import dev.secondsource.report.Page;
import dev.secondsource.report.RobustnessReport;
import dev.secondsource.report.TornadoReport;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.WeightRobustness;
import dev.secondsource.simulation.SimulationOptions;
import java.util.List;

/** Tells how much each input matters, and how sure the winner is. */
final class SensitivityCommand implements ShellCommand {
    private static final String NAME = "sensitivity";
    private static final int ROWS = 15;

    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most inputs to print; json and csv have all").byDefault(ROWS);

    private static final Option<Integer> SEED = Option.of("seed", Value.COUNT, "seed of the random weights").byDefault(SimulationOptions.SEED);

    private final Session session;
    private final Sources sources;

    public SensitivityCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Tells what each input does to cost and answer at both ends of its plausible range, widest swing first, and how sure the winner is whatever the criteria weigh exactly.",
                        example("sensitivity profiles/enterprise-serving-70b.yaml", "a tornado of the inputs"),
                        example("sensitivity profiles/frontier-lab.yaml -o csv", "the same for a spreadsheet"))
                .taking(Profiles.PROFILE)
                .with(Printed.OUTPUT, TOP, SEED, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME).then(WhatIfCommand::asItsProfileSays);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        Decided base = valid.value();
        Tornado tornado = Watched.by(output, "deciding", watcher -> Tornado.of(Levers.of(base.decision(), base.loaded().market(), base.loaded().knowledge().policyBook()),
                new Redeciding(base).trials(), watcher));
        List<WeightRobustness> weights = WeightRobustness.of(base.decision(), WeightRobustness.DRAWS, words.get(SEED));
        output.data(words.get(Printed.OUTPUT).marked(base.decision().isConfidential(), switch (words.get(Printed.OUTPUT)) {
            case TEXT -> {
                Page page = Printed.page(output, words.get(TOP));
                yield TornadoReport.text(base.decision(), tornado, page) + "\n" + RobustnessReport.text(weights, page);
            }
            case JSON -> TornadoReport.json(base.decision(), tornado, weights);
            case CSV -> TornadoReport.csv(tornado);
        }, output));
        return EvaluateCommand.outcome(base, List.of(), output);
    }
}
