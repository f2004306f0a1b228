package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ProfileInterview.Question;
import dev.secondsource.files.ProfileInterview;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Asks for a profile question by question. */
final class ProfileNewCommand implements ShellCommand {
    private static final Argument<Path> FILE = Argument.maybe(Value.FILE, "where the profile is written; without it, ID.yaml here");

    private static final String OPENING = "One question after the other. Enter takes what stands in brackets; \"back\" returns to the question"
            + " before, \"quit\" ends without a file. What is not asked is assumed, and can be set later with \"profile set\".";

    private static final String BACK = "back";
    private static final String QUIT = "quit";
    private static final int LISTED_CHOICES = 12;

    private final Session session;
    private final Sources sources;
    private final Dialogue dialogue;

    public ProfileNewCommand(Session session, Sources sources, Dialogue dialogue) {
        this.session = session;
        this.sources = sources;
        this.dialogue = dialogue;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "profile new",
                        Usage.Group.PROFILE,
                        "Asks for a profile question by question, checks each answer, and writes a file at the end.",
                        example("profile new", "in the shell; the file is named after the profile"),
                        example("profile new lab.yaml < answers.txt", "one answer a line; an empty line takes what is suggested"))
                .taking(FILE)
                .with(Sources.MARKET, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        if (session.hasUnsavedChanges())
            throw new UsageError("the profile at hand has unsaved changes: save it with \"profile save\" first", "help profile save");
        Optional<Problem> taken = words.find(FILE).flatMap(ProfileNewCommand::taken);
        if (taken.isPresent()) return refused(List.of(taken.get()), output);
        Checked<Loaded> loaded = sources.begin(words).end(output);
        if (!(loaded instanceof Checked.Valid<Loaded> valid)) return refused(loaded.problems(), output);
        if (dialogue.isPersonal()) output.note(Help.wrapped(OPENING, 0, output.display().width()).stripTrailing());
        return ask(ProfileInterview.begin(LocalDate.now(), valid.value().known()), words.find(FILE), output);
    }

    private Outcome ask(ProfileInterview first, Optional<Path> file, Output output) {
        Deque<ProfileInterview> before = new ArrayDeque<>();
        ProfileInterview now = first;
        while (now.next().isPresent()) {
            Question question = now.next().get();
            put(question, output);
            Optional<String> typed = dialogue.ask(prompt(question), question.choices());
            if (typed.isEmpty() && !dialogue.isPersonal()) output.error("the answers end before the question for " + question.path());
            if (typed.isEmpty() || typed.get().strip().equals(QUIT)) return left(typed.isPresent() || dialogue.isPersonal(), output);
            if (typed.get().strip().equals(BACK)) {
                if (before.isEmpty()) output.note("this is the first question");
                else now = before.pop();
                continue;
            }
            Checked<ProfileInterview> answered = now.answer(typed.get());
            if (answered instanceof Checked.Valid<ProfileInterview> valid) {
                before.push(now);
                now = valid.value();
                continue;
            }
            String where = dialogue.isPersonal() ? "" : "the answer to " + question.path() + ": ";
            answered.problems().forEach(problem -> output.error(where + problem.what() + "; " + problem.mend()));
            // A script would give its next answer to the same question.
            if (!dialogue.isPersonal()) return left(false, output);
        }
        return finish(now, file, output);
    }

    private Outcome finish(ProfileInterview over, Optional<Path> file, Output output) {
        Checked<ReadProfile> draft = over.finish(file.map(Path::toString).orElse("profile"));
        if (!(draft instanceof Checked.Valid<ReadProfile> valid)) return refused(draft.problems(), output);
        Path target = file.orElseGet(() -> Path.of(valid.value().profile().id() + ".yaml"));
        Optional<Problem> problem = taken(target).or(() -> TextFiles.write(target, valid.value().text()));
        if (problem.isPresent() && !dialogue.isPersonal()) return refused(List.of(problem.get()), output);
        if (problem.isPresent()) return elsewhere(over, problem.get(), output);
        Checked<ReadProfile> read = ProfileFiles.read(target);
        if (!(read instanceof Checked.Valid<ReadProfile> written)) return refused(read.problems(), output);
        session.hold(written.value(), target);
        output.note("written to " + target + "; next: evaluate" + (dialogue.isPersonal() ? "" : " " + target));
        return Outcome.DECIDED;
    }

    /** After so many answers, a name that is taken is a question and no failure. */
    private Outcome elsewhere(ProfileInterview over, Problem problem, Output output) {
        output.error(problem.toString());
        Optional<String> typed = dialogue.ask("file to write instead: ", List.of());
        if (typed.isEmpty() || typed.get().isBlank() || typed.get().strip().equals(QUIT)) return left(typed.isPresent(), output);
        return finish(over, Optional.of(Path.of(typed.get().strip())), output);
    }

    private void put(Question question, Output output) {
        if (!dialogue.isPersonal()) return;
        output.note("");
        String text = question.text() + (question.choices().isEmpty() ? "" : " " + choices(question.choices()));
        output.note(Help.wrapped(text, 0, output.display().width()).stripTrailing());
    }

    private static String choices(List<String> choices) {
        String listed = String.join(", ", choices.subList(0, Math.min(LISTED_CHOICES, choices.size())));
        return "Choose from: " + listed + (choices.size() > LISTED_CHOICES ? " and " + (choices.size() - LISTED_CHOICES) + " more (Tab lists them)" : "") + ".";
    }

    /** {@code budget.perMonth, money a month [none]: }. */
    private static String prompt(Question question) {
        String what = question.path().isEmpty() ? "answer" : question.path();
        String unit = question.unit().isEmpty() ? "" : ", " + question.unit();
        String suggestion = question.suggestion() == null ? "" : " [" + (question.suggestion().isEmpty() ? "none" : question.suggestion()) + "]";
        return what + unit + suggestion + ": ";
    }

    private static Optional<Problem> taken(Path file) {
        return ProfileFiles.exists(file) ? Optional.of(Problem.in(file.toString(), "is there already", "name another file, or remove it")) : Optional.empty();
    }

    private static Outcome left(boolean asAsked, Output output) {
        output.note("nothing is written");
        return asAsked ? Outcome.DECIDED : Outcome.INVALID_INPUT;
    }

    private static Outcome refused(List<Problem> problems, Output output) {
        output.problems(problems);
        return Outcome.INVALID_INPUT;
    }
}
