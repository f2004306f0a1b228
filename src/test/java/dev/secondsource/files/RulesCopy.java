package dev.secondsource.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped rules that a test may spoil. */
public final class RulesCopy {
    private final Path folder;

    private RulesCopy(Path folder) {
        this.folder = folder;
    }

    /** @param place receives the folder {@code rules} */
    public static RulesCopy in(Path place) {
        Path from = Path.of("rules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, place.resolve("rules").resolve(from.relativize(file)));
            return new RulesCopy(place.resolve("rules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RulesCopy write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that is there exactly once; {@code \n} in the samples is a line feed. */
    public RulesCopy change(String file, String from, String to) {
        String text = text(file);
        int at = text.indexOf(from);
        if (at < 0 || text.indexOf(from, at + 1) >= 0) throw new AssertionError(file + " has not exactly one: " + from);
        return write(file, text.replace(from, to.replace("\\n", "\n")));
    }

    /** 1-based line of the first occurrence of a text. */
    public int line(String file, String of) {
        String text = text(file);
        int at = text.indexOf(of);
        if (at < 0) throw new AssertionError(file + " does not have: " + of);
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
