package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.problem.Nearest;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesReport;
import java.util.List;
import java.util.stream.Stream;

/** Shows a heuristic in full. */
final class RulesShowCommand implements ShellCommand {
    private static final int ROWS = 50;

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
                .taking(ids)
                .with(Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<KnowledgeBase> read = sources.rules(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<KnowledgeBase> valid)) return Outcome.INVALID_INPUT;
        List<Rule> rules = words.all(ids).stream().map(id -> find(id, valid.value().rules())).toList();
        Display display = output.display();
        for (Rule rule : rules)
            output.data(RulesReport.rule(rule, valid.value().policyBook(), new Page(display.width(), display.colour(), ROWS)));
        return Outcome.DECIDED;
    }

    private static Rule find(String typed, List<Rule> rules) {
        return rules.stream().filter(r -> r.id().equalsIgnoreCase(typed) || r.name().equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new UsageError("there is no rule \"" + typed + "\""
                        + Nearest.to(typed, rules.stream().flatMap(r -> Stream.of(r.id(), r.name())).toList()).map(near -> "; did you mean " + near + "?").orElse(""),
                        "rules list"));
    }
}
