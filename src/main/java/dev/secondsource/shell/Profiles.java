package dev.secondsource.shell;

import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** The files named, and those in the directories named, each once; a problem for each name that is neither. */
    static List<Path> files(List<Path> named, List<Problem> problems) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : named) {
            if (!ProfileFiles.isDirectory(path)) {
                files.add(path);
                continue;
            }
            Checked<List<Path>> in = ProfileFiles.in(path);
            problems.addAll(in.problems());
            if (in instanceof Checked.Valid<List<Path>> valid) files.addAll(valid.value());
        }
        return List.copyOf(files);
    }
}
