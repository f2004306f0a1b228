package dev.secondsource.shell;

import dev.secondsource.files.ReadProfile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the commands of one run share: in the interactive shell, the profile at hand and the last decision. */
public final class Session {
    private @Nullable ReadProfile profile;
    private @Nullable Path file;
    private boolean changed;
    private @Nullable Decided decided;
    private boolean rulesChanged;

    /** A profile was loaded from a file or saved to one: the file and the session agree. */
    void hold(ReadProfile read, Path from) {
        profile = read;
        file = from;
        changed = false;
    }

    /** The profile at hand was changed and is no longer what its file says. */
    void change(ReadProfile to) {
        profile = to;
        changed = true;
    }

    void decide(Decided last) {
        decided = last;
        rulesChanged = false;
    }

    /** Other rules are in use than those the last decision was made with. */
    void rulesChanged() {
        rulesChanged = true;
    }

    Optional<ReadProfile> profile() {
        return Optional.ofNullable(profile);
    }

    /** Where the profile at hand was loaded from or saved to last. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The profile at hand has changes that no file holds. */
    boolean hasUnsavedChanges() {
        return changed;
    }

    /** The last decision, of whatever profile. */
    Optional<Decided> last() {
        return Optional.ofNullable(decided);
    }

    /** The last decision, if it is of the profile at hand and the rules as they stand now. */
    Optional<Decided> decided() {
        return last().filter(d -> !rulesChanged && profile != null && d.profile().canonical().equals(profile.canonical()));
    }

    /**
     * {@code second-source [frontier-lab* outdated]> }: what is loaded, with a star if it has changed since it was saved,
     * and whether it is decided, or was before it or the rules changed.
     */
    String prompt() {
        if (profile == null) return "second-source> ";
        String state = decided().isPresent() ? " decided"
                : last().filter(d -> d.profile().profile().id().equals(profile.profile().id())).isPresent() ? " outdated" : "";
        return "second-source [" + profile.profile().id() + (changed ? "*" : "") + state + "]> ";
    }
}
