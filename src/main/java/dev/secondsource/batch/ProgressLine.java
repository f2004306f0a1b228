package dev.secondsource.batch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on one line of a terminal, gone when the batch is done. */
public final class ProgressLine implements Progress {
    private static final int UPDATE_MILLIS = 200;

    private final ProgressBar bar;

    /**
     * @param task what is done, a word or two
     * @param steps how many there will be
     * @param terminal where it is drawn
     * @param width columns of the terminal
     */
    public ProgressLine(String task, int steps, OutputStream terminal, int width) {
        PrintStream stream = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new Line(stream, width))
                .clearDisplayOnFinish()
                .build();
    }

    /** The library ends the line when it closes; a line that is wiped out must not leave an empty one behind. */
    private static final class Line extends ConsoleProgressBarConsumer {
        private final PrintStream terminal;

        Line(PrintStream terminal, int width) {
            super(terminal, width);
            this.terminal = terminal;
        }

        @Override
        public void close() {
            terminal.flush();
        }
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
