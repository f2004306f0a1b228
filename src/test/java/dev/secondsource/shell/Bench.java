package dev.secondsource.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandRegistry;

/** A shell with some commands whose streams a test can read. */
final class Bench {
    final CommandRegistry registry = new CommandRegistry();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Output output;
    private final Shell shell;

    private Bench(@Nullable OutputStream data, int terminalWidth, ShellCommand... commands) {
        output = new Output(data == null ? this.data : data, notes, () -> Display.FILE, () -> terminalWidth);
        for (ShellCommand command : commands) registry.registerCommand(new Registration(command, output));
        shell = new Shell(registry, output, new CrashReport(Optional.empty()), new Switches(false, false));
    }

    static Bench with(ShellCommand... commands) {
        return new Bench(null, 0, commands);
    }

    static Bench writingTo(OutputStream data, ShellCommand... commands) {
        return new Bench(data, 0, commands);
    }

    /** Notes go to a terminal, as they do when only the data is piped. */
    static Bench watched(ShellCommand... commands) {
        return new Bench(null, 60, commands);
    }

    int run(String... words) {
        return shell.run(List.of(words));
    }

    int runLine(String line) {
        return shell.runLine(line);
    }

    int runScript(String script) throws IOException {
        return shell.runScript(new LineNumberReader(new StringReader(script)));
    }

    String data() {
        output.flush();
        return data.toString(StandardCharsets.UTF_8);
    }

    String notes() {
        return notes.toString(StandardCharsets.UTF_8);
    }
}
