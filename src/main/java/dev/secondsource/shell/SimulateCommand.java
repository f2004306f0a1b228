package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.problem.Checked;
import dev.secondsource.report.SimulationRecord;
import dev.secondsource.report.SimulationReport;
import dev.secondsource.simulation.Ranges;
import dev.secondsource.simulation.Simulation;
import dev.secondsource.simulation.SimulationOptions;
import java.util.List;

/** Says how often an answer holds, and what it may cost, in worlds drawn at random. */
final class SimulateCommand implements ShellCommand {
    private static final String NAME = "simulate";
    private static final int ROWS = 5;

    private static final Option<Integer> RUNS = Option.of("runs", Value.COUNT, "worlds to draw, each decided in full").byDefault(SimulationOptions.RUNS);
    private static final Option<Integer> SEED = Option.of("seed", Value.COUNT, "seed of the random numbers; the same gives the same result").byDefault(SimulationOptions.SEED);
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most rows of those that lead; json and csv have all").byDefault(ROWS);

    private final Session session;
    private final Sources sources;

    public SimulateCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Draws prices, demand, speeds and lead times at random from what is plausible, decides in each such world, and says how often the answer holds, what it may cost and what keeping it loses.",
                        example("simulate profiles/enterprise-serving-70b.yaml", "a hundred worlds"),
                        example("simulate profiles/regulated-bank.yaml --runs 1000 --seed 7 -o csv", "a row a world, for a spreadsheet"))
                .taking(Profiles.PROFILE)
                .with(Printed.OUTPUT, RUNS, SEED, TOP, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME).then(WhatIfCommand::asItsProfileSays);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        Decided base = valid.value();
        if (base.decision().allocation().shares().isEmpty()) return EvaluateCommand.outcome(base, List.of(), output);
        Simulation simulation = simulate(base, new SimulationOptions(words.get(SEED), words.get(RUNS), Runtime.getRuntime().availableProcessors()), output);
        output.data(words.get(Printed.OUTPUT).marked(base.decision().isConfidential(), switch (words.get(Printed.OUTPUT)) {
            case TEXT -> SimulationReport.text(simulation, Printed.page(output, words.get(TOP)));
            case JSON -> SimulationRecord.of(simulation);
            case CSV -> SimulationReport.csv(simulation);
        }, output));
        return EvaluateCommand.outcome(base, List.of(), output);
    }

    private static Simulation simulate(Decided base, SimulationOptions options, Output output) {
        return Watched.by(output, "deciding", watcher -> {
            try {
                return Simulation.of(base.decision(), base.loaded().market(), base.loaded().knowledge(), Ranges.of(base.decision(), base.loaded().market()), options, watcher);
            } catch (InterruptedException e) {
                throw new Interruption();
            }
        });
    }
}
