package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.comparison.RulesDiff;
import dev.secondsource.files.RulesFolder;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesDiffReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes the rules as they are on disk now, if they are right. */
final class RulesReloadCommand implements ShellCommand {
    private static final String NAME = "rules reload";
    private static final int ROWS = 50;

    private final Session session;
    private final Sources sources;

    public RulesReloadCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.RULES,
                        "Takes the rules as they are on disk now, if \"rules check\" finds nothing; else those read before stay. For the interactive shell.",
                        example(NAME, "the rules in use"),
                        example(NAME + " my-rules", "rules of your own, which every command then uses"))
                .taking(Sources.FOLDER);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Path folder = sources.folder(words, NAME);
        Optional<KnowledgeBase> before = sources.held(folder);
        List<Problem> problems = RulesFolder.problems(folder);
        Checked<KnowledgeBase> read = problems.isEmpty() ? sources.reload(folder) : Checked.wrong(problems);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<KnowledgeBase> valid)) {
            output.note(before.isPresent() ? "the rules read before stay in use" : "no rules were in use");
            return Outcome.INVALID_INPUT;
        }
        KnowledgeBase after = valid.value();
        before.ifPresent(old -> {
            Display display = output.display();
            output.data(RulesDiffReport.inputs(RulesDiff.between(old, after), new Page(display.width(), display.colour(), ROWS)));
        });
        session.rulesChanged();
        output.note("rules of " + folder + ": " + after.rules().size() + " rules, policy " + after.policyBook().version() + ", in use from now on");
        return Outcome.DECIDED;
    }
}
