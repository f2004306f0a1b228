package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the profile at hand to a file. */
final class ProfileSaveCommand implements ShellCommand {
    private static final Argument<Path> FILE = Argument.maybe(Value.FILE, "where to; without it, the file it came from");

    private final Session session;

    public ProfileSaveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "profile save",
                        Usage.Group.PROFILE,
                        "Writes the profile at hand to its file, or to another.",
                        example("profile save", "over the file it was loaded from"),
                        example("profile save variant.yaml", "to a file of its own, which it then belongs to"))
                .taking(FILE);
    }

    @Override
    public Outcome run(Words words, Output output) {
        ReadProfile profile = session.profile()
                .orElseThrow(() -> new UsageError("no profile is at hand: load one with \"profile load\"", "help profile load"));
        Path file = words.find(FILE).or(session::file).orElseThrow();
        Optional<Problem> problem = TextFiles.write(file, profile.text());
        problem.ifPresent(p -> output.problems(List.of(p)));
        if (problem.isPresent()) return Outcome.INVALID_INPUT;
        session.hold(profile, file);
        output.note("written to " + file);
        return Outcome.DECIDED;
    }
}
