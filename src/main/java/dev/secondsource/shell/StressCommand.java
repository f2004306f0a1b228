package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.StressRecord;
import dev.secondsource.report.StressReport;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Scenarios;
import dev.secondsource.stress.Stress;
import dev.secondsource.stress.StressOptions;
import dev.secondsource.stress.UsualPortfolios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what happens to an allocation when the world is not as assumed. */
final class StressCommand implements ShellCommand {
    private static final String NAME = "stress";
    private static final int ROWS = 10;

    private static final Option<Integer> SEED =
            Option.of("seed", Value.COUNT, "seed of the random numbers, where outages are too many to enumerate").byDefault((int) StressOptions.DEFAULT.seed());
    private static final Option<Integer> RUNS = Option.of("runs", Value.COUNT, "years to draw there, 1000 or more; without it, stress.draws of the policy");

    private final Session session;
    private final Sources sources;
    private final Option<String> scenario;

    public StressCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
        this.scenario = Option.of("scenario", Value.TEXT.called("ID").completedBy(context -> ExplainCommand.proposals(scenarios())), "only this scenario");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Says what happens to the answer when the world is not as assumed: its loss and regret in each scenario of scenarios.yaml against other portfolios, what would be decided then, and what outages may do.",
                        example("stress profiles/regulated-bank.yaml", "every scenario"),
                        example("stress profiles/frontier-lab.yaml --scenario S4", "the largest designer out, alone"))
                .also("stress profiles/regulated-bank.yaml -o json > stress.json", "the whole test, for a file")
                .taking(Profiles.PROFILE)
                .with(scenario, Printed.OUTPUT, SEED, RUNS, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        if (words.find(RUNS).filter(n -> n < StressOptions.LEAST_DRAWS).isPresent())
            throw new UsageError("--runs " + words.find(RUNS).get() + " is too few: " + StressOptions.LEAST_DRAWS + " or more", "help " + NAME);
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        List<Problem> problems = new ArrayList<>(decided.problems());
        Checked<Scenarios> read = sources.scenarios(words, decided instanceof Checked.Valid<Decided> valid ? valid.value().loaded().knowledge().policyBook() : null);
        problems.addAll(read.problems());
        if (!problems.isEmpty()) {
            output.problems(problems.stream().sorted().distinct().toList());
            return Outcome.INVALID_INPUT;
        }
        Decided base = decided.orThrow();
        Scenarios asked = asked(read.orThrow(), words);
        if (base.decision().allocation().shares().isEmpty()) return EvaluateCommand.outcome(base, List.of(), output);
        UsualPortfolios.Found usual = UsualPortfolios.of(base.decision());
        Checked<Stress> tested = Watched.by(output, "deciding", watching -> Stress.of(base.profile().profile(), base.loaded().market(), base.loaded().knowledge(), base.decision().asOf(), base.decision(),
                usual.list(), asked, new StressOptions(words.get(SEED), words.find(RUNS).orElse(null)), watching));
        if (!(tested instanceof Checked.Valid<Stress> valid)) {
            output.problems(tested.problems());
            return Outcome.INVALID_INPUT;
        }
        print(base.decision().isConfidential(), valid.value(), usual.notes(), words, output);
        return EvaluateCommand.outcome(base, List.of(), output);
    }

    private Scenarios asked(Scenarios all, Words words) {
        Optional<String> id = words.find(scenario);
        if (id.isEmpty()) return all;
        Scenario one = all.find(id.get()).orElseThrow(() -> new UsageError("there is no scenario \"" + id.get() + "\"; "
                + Nearest.suggestion(id.get(), all.list().stream().map(Scenario::id).toList()), "help " + NAME));
        return all.only(one);
    }

    private static void print(boolean confidential, Stress stress, List<String> notes, Words words, Output output) {
        output.data(words.get(Printed.OUTPUT).marked(confidential, switch (words.get(Printed.OUTPUT)) {
            case TEXT -> StressReport.text(stress, notes, Printed.page(output, ROWS));
            case JSON -> StressRecord.of(stress, notes);
            case CSV -> StressReport.csv(stress);
        }, output));
    }

    private Stream<String> scenarios() {
        return sources.scenarios() instanceof Checked.Valid<Scenarios> valid ? valid.value().list().stream().map(Scenario::id) : Stream.of();
    }
}
