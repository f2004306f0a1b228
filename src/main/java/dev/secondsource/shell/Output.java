package dev.secondsource.shell;

import dev.secondsource.batch.Progress;
import dev.secondsource.batch.ProgressLine;
import dev.secondsource.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where commands write: data to standard output, everything else to standard error, both in UTF-8 on every machine. A
 * reader that stops reading (as {@code head} does) is no error; a full disk is one, and {@link #failure()} tells of it.
 */
public final class Output {
    private final Writer data;
    private final PrintWriter notes;
    private final OutputStream terminal;
    private final IntSupplier terminalWidth;
    private final Supplier<Display> measure;
    private @Nullable Display display;
    private boolean colourAllowed = true;
    private boolean readerLeft;
    private @Nullable IOException failure;

    /** Notes go to a file or a pipe; for the rest see the other constructor. */
    Output(OutputStream data, OutputStream notes, Supplier<Display> measure) {
        this(data, notes, measure, () -> 0);
    }

    /**
     * @param measure asked once, and only if a command wants to know
     * @param terminalWidth columns of the terminal the notes go to, 0 if they go elsewhere
     */
    Output(OutputStream data, OutputStream notes, Supplier<Display> measure, IntSupplier terminalWidth) {
        this.terminal = notes;
        this.terminalWidth = terminalWidth;
        this.data = new BufferedWriter(new OutputStreamWriter(data, StandardCharsets.UTF_8));
        this.notes = new PrintWriter(new OutputStreamWriter(notes, StandardCharsets.UTF_8), true);
        this.measure = measure;
    }

    /** What the data is shown on. */
    public Display display() {
        if (display == null) display = measure.get();
        return colourAllowed ? display : display.withoutColour();
    }

    /** Writes data exactly as given. */
    public void data(CharSequence text) {
        write(() -> data.append(text));
    }

    /** Writes a line that is not data, for the person at the terminal. */
    public void note(String line) {
        flush();
        notes.println(line);
    }

    /** Writes a question, and leaves the answer its place on the same line. */
    void ask(String question) {
        flush();
        notes.print(question);
        notes.flush();
    }

    /**
     * Shows how far something has come, if the notes go to a terminal.
     *
     * @param steps how many there will be
     */
    Progress progress(String task, int steps) {
        flush();
        int width = terminalWidth.getAsInt();
        return width == 0 ? Progress.SILENT : new ProgressLine(task, steps, terminal, width);
    }

    /** Writes a line that says what went wrong. */
    public void error(String line) {
        note("secondsource: " + line);
    }

    /** Writes a line for each problem. */
    public void problems(List<Problem> problems) {
        problems.forEach(problem -> error(problem.toString()));
    }

    /** Width and colour are asked for again, since a window can change between two commands. */
    void measureAgain() {
        display = null;
    }

    void allowColour(boolean allowed) {
        colourAllowed = allowed;
    }

    void flush() {
        write(data::flush);
    }

    /** Data as Spring Shell wants to write it. */
    PrintWriter dataWriter() {
        return new PrintWriter(new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) {
                data(new String(buffer, offset, length));
            }

            @Override
            public void flush() {
                Output.this.flush();
            }

            @Override
            public void close() {
                flush();
            }
        });
    }

    /** Why data could not be written, if so. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private void write(Write write) {
        if (readerLeft || failure != null) return;
        try {
            write.run();
        } catch (IOException e) {
            if (isClosedPipe(e)) readerLeft = true;
            else failure = e;
        }
    }

    /** Java has no type for it; the words are the operating system's (EPIPE, or ERROR_NO_DATA on Windows). */
    private static boolean isClosedPipe(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private interface Write {
        void run() throws IOException;
    }
}
