package dev.secondsource.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandRegistry;

/** Reads commands from a person at a terminal: prompt, editing, history, completion. */
final class Prompt {
    private static final int INTERRUPTED = 130;

    /** Of a terminal that does not tell its size. */
    private static final int ROWS = 24;

    private final CommandRegistry registry;
    private final Session session;
    private final Dialogue dialogue;
    private final Shell shell;
    private final Output output;
    private final Optional<Path> stateDirectory;

    /** @param stateDirectory where the history is kept, empty if it lasts for this run only */
    Prompt(CommandRegistry registry, Session session, Dialogue dialogue, Shell shell, Output output, Optional<Path> stateDirectory) {
        this.registry = registry;
        this.session = session;
        this.dialogue = dialogue;
        this.shell = shell;
        this.output = output;
        this.stateDirectory = stateDirectory;
    }

    /** Runs commands until the person leaves; gives 0, for no single command decides how a conversation went. */
    int run() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            if (terminal.getWidth() <= 0) terminal.setSize(new Size(Display.DEFAULT_WIDTH, ROWS));
            LineReader reader = reader(terminal);
            dialogue.through((question, choices) -> answer(terminal, question, choices), () -> true);
            boolean warned = false;
            output.note("Second Source " + VersionCommand.version() + ". \"help\" lists the commands, Ctrl-D leaves.");
            while (true) {
                try {
                    String line = reader.readLine(session.prompt());
                    if (Shell.leaves(line) && (warned || !session.hasUnsavedChanges())) break;
                    warned = Shell.leaves(line);
                    if (warned) {
                        warn();
                        continue;
                    }
                    output.measureAgain();
                    interruptibly(terminal, line);
                } catch (UserInterruptException e) {
                    // Ctrl-C gives up the line, not the shell.
                } catch (EndOfFileException e) {
                    if (warned || !session.hasUnsavedChanges()) break;
                    warned = true;
                    warn();
                }
            }
            return Outcome.DECIDED.exitCode();
        }
    }

    private LineReader reader(Terminal terminal) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName(Help.PROGRAM)
                .completer(new WordCompleter(registry))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .option(LineReader.Option.BRACKETED_PASTE, !Terminal.TYPE_DUMB.equals(terminal.getType()))
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
        stateDirectory.ifPresent(directory -> reader.setVariable(LineReader.HISTORY_FILE, directory.resolve("history")));
        return reader;
    }

    private void warn() {
        output.note("The profile at hand has changes that no file holds: \"profile save\" keeps them, leaving once more gives them up.");
    }

    /** Reads an answer: no history, and only the choices are proposed. */
    private static @Nullable String answer(Terminal terminal, String question, List<String> choices) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName(Help.PROGRAM)
                .completer(new StringsCompleter(choices))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        try {
            return reader.readLine(question);
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    /** Runs a line; Ctrl-C interrupts the command, a second one ends the program. */
    private void interruptibly(Terminal terminal, String line) {
        Thread thread = Thread.currentThread();
        SignalHandler before = terminal.handle(Signal.INT, signal -> {
            if (thread.isInterrupted()) Runtime.getRuntime().halt(INTERRUPTED);
            thread.interrupt();
        });
        try {
            shell.runLine(line);
        } finally {
            terminal.handle(Signal.INT, before);
            Thread.interrupted();
        }
    }
}
