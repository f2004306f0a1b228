package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.problem.Checked;
import dev.secondsource.report.FlipReport;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.sensitivity.Pairs;
import dev.secondsource.sensitivity.Trials;
import java.util.List;

/** Finds the smallest changes that change the answer. */
final class FlipCommand implements ShellCommand {
    private static final String NAME = "flip";
    private static final int ROWS = 10;

    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most changes to print; json and csv have all").byDefault(ROWS);

    static final Option<Boolean> PAIRS = Option.flag("pairs", "looks for two inputs too that change it together with less than either alone, among the prices of what leads and runs today and what moves the cost most, " + Pairs.MOST_TRIED + " in all");

    private final Session session;
    private final Sources sources;

    public FlipCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Finds the smallest changes of price, speed, lead time, utilisation, cost of porting, demand, a cap or a threshold that change the answer: by deciding again, each within its plausible range; one at a time, and with --pairs two together.",
                        example("flip profiles/enterprise-serving-70b.yaml", "what the answer hangs on"),
                        example("flip profiles/regulated-bank.yaml --top 3 -o json", "all of it, as data"))
                .also("flip profiles/enterprise-serving-70b.yaml --pairs", "also what two of them do together")
                .taking(Profiles.PROFILE)
                .with(Printed.OUTPUT, TOP, PAIRS, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME).then(WhatIfCommand::asItsProfileSays);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        Decided base = valid.value();
        Redeciding again = new Redeciding(base);
        Flips flips = flips(Levers.of(base.decision(), base.loaded().market(), base.loaded().knowledge().policyBook()), again.trials(), again, words, output);
        output.data(words.get(Printed.OUTPUT).marked(base.decision().isConfidential(), switch (words.get(Printed.OUTPUT)) {
            case TEXT -> FlipReport.text(base.decision(), flips, base.profile().file(), Printed.page(output, words.get(TOP)));
            case JSON -> FlipReport.json(base.decision(), flips);
            case CSV -> FlipReport.csv(flips);
        }, output));
        return EvaluateCommand.outcome(base, List.of(), output);
    }

    /** What changes the answer, as it is asked for. */
    static Flips flips(List<Lever> levers, Trials trials, Redeciding again, Words words, Output output) {
        Flips single = Watched.by(output, "looking for what changes the answer", watcher -> Flips.of(levers, trials, again::fingerprint, watcher));
        return !words.get(PAIRS) ? single : single.with(Watched.by(output, "looking for what two inputs change together", watcher -> Pairs.of(levers, single.found(), trials, again::fingerprint, watcher)));
    }
}
