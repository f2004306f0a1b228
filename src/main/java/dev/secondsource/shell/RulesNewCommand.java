package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.authoring.Skeleton;
import dev.secondsource.files.NewRule;
import dev.secondsource.knowledge.Family;
import dev.secondsource.problem.Checked;
import java.util.Optional;

/** Begins a new rule. */
final class RulesNewCommand implements ShellCommand {
    private static final String COMMAND = "rules new";

    private static final Argument<Family> FAMILY = Argument.one(Value.FAMILY, "what the rule is about");
    private static final Argument<String> NAME = Argument.one(
            new Value<>("NAME", "words of small letters with dashes between them, such as price-out-of-date",
                    text -> Optional.of(text).filter(Skeleton::isName), text -> text, context -> java.util.List.of()),
            "the situation in which it fires, such as price-out-of-date");

    private final Sources sources;

    public RulesNewCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        COMMAND,
                        Usage.Group.RULES,
                        "Writes a skeleton of a rule, its threshold in policy.yaml, and its test; it works as it stands and waits to be filled in.",
                        example("rules new vendor-risk supplier-was-acquired", "in the rules of this checkout"),
                        example("rules new contract-terms price-not-indexed --dir my-rules", "in rules of your own"))
                .taking(FAMILY, NAME)
                .with(Sources.DIR);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<NewRule.Made> made = NewRule.make(sources.folder(words, COMMAND), words.get(FAMILY), words.get(NAME));
        output.problems(made.problems());
        if (!(made instanceof Checked.Valid<NewRule.Made> valid)) return Outcome.INVALID_INPUT;
        NewRule.Made files = valid.value();
        output.data(files.rule() + ": rule " + files.id() + "\n"
                + files.policy() + ":" + files.keyLine() + ": threshold " + files.key() + "\n"
                + files.test().map(test -> test + ": its test\n").orElse(""));
        if (files.test().isEmpty()) output.note("no test: the folder lies in no checkout with src/test/java");
        output.note("Fill in the rule, then run \"rules check\".");
        return Outcome.DECIDED;
    }
}
