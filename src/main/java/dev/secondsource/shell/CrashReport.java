package dev.secondsource.shell;

import dev.secondsource.files.StateDirectory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says in one line that Second Source itself failed, and keeps the rest for whoever mends it. */
final class CrashReport {
    private static final String FILE_NAME = "last-error.txt";

    private final Optional<Path> directory;

    /** @param directory where the details are kept, empty if there is no such place */
    CrashReport(Optional<Path> directory) {
        this.directory = directory;
    }

    void report(Throwable error, List<String> words, boolean debug, Output output) {
        String line = "internal error: " + firstLine(error);
        if (debug) {
            output.error(line);
            output.note(trace(error).stripTrailing());
            return;
        }
        String details = "secondsource " + VersionCommand.version() + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + "\ncommand: " + words + "\n\n" + trace(error);
        output.error(line + directory
                .flatMap(place -> StateDirectory.keep(place, FILE_NAME, details))
                .map(file -> "; details are in " + file)
                .orElse("; --debug shows the details"));
    }

    private static String firstLine(Throwable error) {
        String name = error.getClass().getSimpleName();
        return Optional.ofNullable(error.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .map(message -> name + ", " + message)
                .orElse(name);
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
