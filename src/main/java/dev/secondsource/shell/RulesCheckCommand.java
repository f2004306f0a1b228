package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.RulesFolder;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Checks rules while somebody works on them. */
final class RulesCheckCommand implements ShellCommand {
    private static final String NAME = "rules check";

    private final Sources sources;

    public RulesCheckCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.RULES,
                        "Checks a rules folder: form, words, policy keys and values, ids, defeats, conditions that can never hold, rules that say the same; exit code 3 if something is wrong.",
                        example(NAME, "the rules of this checkout"),
                        example(NAME + " my-rules", "rules of your own"))
                .taking(Sources.FOLDER);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Path folder = sources.folder(words, NAME);
        List<Problem> problems = RulesFolder.problems(folder);
        output.problems(problems);
        if (problems.isEmpty()) output.data("the rules in " + folder + " are right\n");
        else output.note(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in " + folder);
        return problems.isEmpty() ? Outcome.DECIDED : Outcome.INVALID_INPUT;
    }
}
