package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.authoring.Coverage;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Foresight;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Market;
import dev.secondsource.market.Overlay;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows a heuristic in full. */
final class RulesShowCommand implements ShellCommand {
    private static final int ROWS = 50;

    private static final Option<Path> PROFILES = Option.of("profiles", Value.FILE.called("PROFILE"),
            "also tells which of these profiles, files or directories of them, make it fire").manyTimes();

    private final Sources sources;
    private final Argument<String> ids;

    public RulesShowCommand(Sources sources) {
        this.sources = sources;
        this.ids = Argument.some(Value.TEXT.called("RULE").completedBy(context -> ExplainCommand.proposals(
                        sources.rules() instanceof Checked.Valid<KnowledgeBase> base ? base.value().rules().stream().map(Rule::id) : Stream.of())),
                "its id or its name");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "rules show",
                        Usage.Group.RULES,
                        "Shows a heuristic: why it holds, when it fires, and its thresholds with their source.",
                        example("rules show CPF-01", "by its id"),
                        example("rules show price-out-of-date", "by its name, which is also that of its file"))
                .also("rules show CPF-01 --profiles profiles", "and which profiles make it fire")
                .taking(ids)
                .with(PROFILES, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<KnowledgeBase> read = sources.rules(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<KnowledgeBase> valid)) return Outcome.INVALID_INPUT;
        List<Rule> rules = words.all(ids).stream().map(id -> find(id, valid.value().rules())).toList();
        List<Problem> problems = new ArrayList<>();
        List<Decision> decisions = words.all(PROFILES).isEmpty() ? List.of() : decisions(words, valid.value(), output, problems);
        output.problems(problems);
        if (!problems.isEmpty()) return Outcome.INVALID_INPUT;
        Display display = output.display();
        @Nullable Coverage coverage = words.all(PROFILES).isEmpty() ? null : Coverage.of(rules, decisions);
        String text = rules.stream().map(r -> RulesReport.rule(r, valid.value().policyBook(), coverage, new Page(display.width(), display.colour(), ROWS))).collect(Collectors.joining());
        output.data(Confidential.text(decisions.stream().anyMatch(Decision::isConfidential), text, display.colour()));
        return Outcome.DECIDED;
    }

    private List<Decision> decisions(Words words, KnowledgeBase knowledge, Output output, List<Problem> problems) {
        Checked<Market> market = sources.market(words, output);
        problems.addAll(market.problems());
        Checked<Optional<Overlay>> overlay = sources.overlay(words);
        problems.addAll(overlay.problems());
        if (!(market instanceof Checked.Valid<Market> valid) || !(overlay instanceof Checked.Valid<Optional<Overlay>> terms)) return List.of();
        Loaded loaded = new Loaded(valid.value(), knowledge, Foresight.NONE, Sources.told(terms.value(), output));
        return ManyDecisions.of(words.all(PROFILES), loaded, words.find(EvaluateCommand.AS_OF), output, problems).stream().map(Decided::decision).toList();
    }

    private static Rule find(String typed, List<Rule> rules) {
        return rules.stream().filter(r -> r.id().equalsIgnoreCase(typed) || r.name().equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new UsageError("there is no rule \"" + typed + "\""
                        + Nearest.to(typed, rules.stream().flatMap(r -> Stream.of(r.id(), r.name())).toList()).map(near -> "; did you mean " + near + "?").orElse(""),
                        "rules list"));
    }
}
