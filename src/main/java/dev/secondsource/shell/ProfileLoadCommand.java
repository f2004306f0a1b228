package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import java.nio.file.Path;

/** Takes a profile at hand. */
final class ProfileLoadCommand implements ShellCommand {
    private static final Argument<Path> FILE = Argument.one(Value.FILE, "a profile file, YAML or JSON");
    private static final Option<Boolean> DISCARD = Option.flag("discard", "gives up the unsaved changes of the profile at hand");

    private final Session session;

    public ProfileLoadCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "profile load",
                        Usage.Group.PROFILE,
                        "Takes a profile at hand: evaluate, explain and profile set then need no file.",
                        example("profile load profiles/frontier-lab.yaml", "the prompt shows its name"),
                        example("profile load other.yaml --discard", "instead of a profile with unsaved changes"))
                .taking(FILE)
                .with(DISCARD);
    }

    @Override
    public Outcome run(Words words, Output output) {
        if (session.hasUnsavedChanges() && !words.get(DISCARD))
            throw new UsageError("the profile at hand has unsaved changes: save it with \"profile save\", or add --discard", "help profile load");
        Checked<ReadProfile> read = ProfileFiles.read(words.get(FILE));
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<ReadProfile> valid)) return Outcome.INVALID_INPUT;
        session.hold(valid.value(), words.get(FILE));
        output.note(described(valid.value()));
        return Outcome.DECIDED;
    }

    /** {@code frontier-lab: Frontier lab, 3 workloads, as of 2026-10-31; 12 values are assumed}. */
    static String described(ReadProfile read) {
        int workloads = read.profile().workloads().size();
        int assumed = read.assumptions().size();
        return read.profile().id() + ": " + read.profile().name() + ", " + workloads + (workloads == 1 ? " workload" : " workloads")
                + ", as of " + read.profile().asOf() + (assumed == 0 ? "" : "; values left out and assumed: " + assumed);
    }
}
