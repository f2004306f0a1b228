package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesReport;
import java.util.List;

/** Lists the heuristics. */
final class RulesListCommand implements ShellCommand {
    private static final Option<Family> FAMILY = Option.of("family", Value.FAMILY, "only this family").manyTimes();
    private static final Option<Severity> SEVERITY =
            Option.of("severity", Value.oneOf(Severity.class).called("SEVERITY"), "only rules that can weigh this much").manyTimes();
    private static final Option<Effect> EFFECT = Option.of("effect", Value.oneOf(Effect.class).called("EFFECT"), "only rules that can speak this way");
    private static final Option<Tag> TAG =
            Option.of("tag", Value.oneOf(Tag.class).called("TAG"), "only rules with a threshold on this authority").manyTimes();

    private final Sources sources;

    public RulesListCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "rules list",
                        Usage.Group.RULES,
                        "Lists the heuristics with their weight and what they read.",
                        example("rules list --family cost-performance", "one family; CPF, as its ids begin, will do"),
                        example("rules list --severity blocker --tag judgement", "gates that rest on a judgement of ours"))
                .taking()
                .with(FAMILY, SEVERITY, EFFECT, TAG, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<KnowledgeBase> read = sources.rules(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<KnowledgeBase> valid)) return Outcome.INVALID_INPUT;
        KnowledgeBase base = valid.value();
        List<Rule> rules = base.rules().stream().filter(rule -> isWanted(rule, words, base.policyBook())).toList();
        Display display = output.display();
        output.data(RulesReport.list(rules, base.rules().size(), new Page(display.width(), display.colour(), base.rules().size())));
        return Outcome.DECIDED;
    }

    private static boolean isWanted(Rule rule, Words words, PolicyBook book) {
        return (words.all(FAMILY).isEmpty() || words.all(FAMILY).contains(rule.family()))
                && (words.all(SEVERITY).isEmpty() || rule.bands().stream().anyMatch(b -> words.all(SEVERITY).contains(b.severity())))
                && words.find(EFFECT).map(effect -> rule.bands().stream().anyMatch(b -> b.effect() == effect)).orElse(true)
                && (words.all(TAG).isEmpty() || rule.policyKeys().stream().map(book.entries()::get)
                        .flatMap(entry -> entry.dated().stream()).anyMatch(dated -> words.all(TAG).contains(dated.tag())));
    }
}
