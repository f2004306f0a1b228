package dev.secondsource.shell;

import org.jspecify.annotations.Nullable;

/** What the commands of one run share: in the interactive shell, the profile at hand. */
public final class Session {
    private @Nullable String profileName;
    private boolean changed;

    /** A profile was loaded or saved: its file and the session agree. */
    public void holds(String name) {
        profileName = name;
        changed = false;
    }

    /** The profile at hand is no longer what its file says. */
    public void change() {
        changed = true;
    }

    /** {@code second-source [frontier-lab*]> }: what is loaded, with a star if it has changed since. */
    String prompt() {
        return profileName == null ? "second-source> " : "second-source [" + profileName + (changed ? "*" : "") + "]> ";
    }
}
