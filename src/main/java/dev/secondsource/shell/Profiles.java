package dev.secondsource.shell;

import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import java.nio.file.Path;
import java.util.Optional;

/** The profile a command is about: the one it names, else the one at hand. */
final class Profiles {
    static final Argument<Path> PROFILE =
            Argument.maybe(Value.FILE.called("PROFILE"), "a profile file; without it, the profile at hand");

    private Profiles() {}

    /**
     * Reads the named profile, and takes it at hand unless that would lose changes nobody saved.
     *
     * @throws UsageError if none is named and none is at hand
     */
    static Checked<ReadProfile> read(Optional<Path> named, Session session, Output output, String command) {
        if (named.isEmpty())
            return session.profile().map(Checked::of).orElseThrow(() -> new UsageError(
                    "no profile is named and none is at hand: name a file, or load one with \"profile load\"", "help " + command));
        Checked<ReadProfile> read = ProfileFiles.read(named.get());
        if (read instanceof Checked.Valid<ReadProfile> valid) {
            if (session.hasUnsavedChanges()) output.note("the profile at hand stays " + session.profile().orElseThrow().profile().id() + ", which has unsaved changes");
            else session.hold(valid.value(), named.get());
        }
        return read;
    }
}
