package dev.secondsource.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the program keeps what it remembers between two runs, after the XDG base directory specification. */
public final class StateDirectory {
    private static final String NAME = "secondsource";

    private StateDirectory() {}

    /**
     * The directory, made if absent; empty if it cannot be made or written.
     *
     * @param environment {@code XDG_STATE_HOME} names its parent; else it is {@code ~/.local/state}
     * @param home the user's home directory
     */
    public static Optional<Path> find(Map<String, String> environment, Path home) {
        Path parent = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        if (!parent.isAbsolute()) parent = home.resolve(".local").resolve("state");
        try {
            return Optional.of(Files.createDirectories(parent.resolve(NAME))).filter(Files::isWritable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a text to a file of that name, replacing it; empty if it cannot be written. */
    public static Optional<Path> keep(Path directory, String name, String text) {
        try {
            return Optional.of(Files.writeString(directory.resolve(name), text));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
