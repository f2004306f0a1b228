package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Named;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.Workload;
import dev.secondsource.report.BreakEvenReport;
import java.util.List;

/** Draws each candidate's price advantage against the incumbent's lead in performance, and where both cancel out. */
final class BreakEvenCommand implements ShellCommand {
    private static final String NAME = "break-even";
    private static final int ROWS = 15;

    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most candidates of a workload to draw; json and csv have all").byDefault(ROWS);

    private final Session session;
    private final Sources sources;
    private final Option<String> workload;

    public BreakEvenCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
        this.workload = Option.of("workload", Value.TEXT.called("WORKLOAD").completedBy(context -> ExplainCommand.proposals(
                session.profile().stream().flatMap(p -> p.profile().workloads().stream()).map(Workload::id))), "only this workload");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Draws cost against performance: how much cheaper each candidate is than the incumbent, how much faster the incumbent is, and the curve on which both cancel out.",
                        example("break-even profiles/enterprise-serving-70b.yaml", "a plot and a table of what passes the gates"),
                        example("break-even profiles/frontier-lab.yaml --workload serve -o csv", "every candidate for one workload, for a spreadsheet"))
                .taking(Profiles.PROFILE)
                .with(workload, Printed.OUTPUT, TOP, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        Checked<List<WorkloadDecision>> named = decided.then(d -> Named.workloads(d.decision(), words.find(workload)));
        if (!(named instanceof Checked.Valid<List<WorkloadDecision>> valid)) {
            output.problems(named.problems());
            return decided instanceof Checked.Valid ? Outcome.USAGE : Outcome.INVALID_INPUT;
        }
        Decided base = decided.orThrow();
        Decision decision = base.decision();
        output.data(words.get(Printed.OUTPUT).marked(decision.isConfidential(), switch (words.get(Printed.OUTPUT)) {
            case TEXT -> BreakEvenReport.text(decision, valid.value(), base.loaded().knowledge().rules(), Printed.page(output, words.get(TOP)));
            case JSON -> BreakEvenReport.json(decision, valid.value());
            case CSV -> BreakEvenReport.csv(decision, valid.value());
        }, output));
        return EvaluateCommand.outcome(base, List.of(), output);
    }
}
