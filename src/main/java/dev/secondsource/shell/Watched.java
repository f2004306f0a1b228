package dev.secondsource.shell;

import dev.secondsource.batch.Progress;
import dev.secondsource.decision.Watcher;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Shows on the terminal how far something has come that decides many times. */
final class Watched {
    private Watched() {}

    /** @param task what is done, in a word: {@code deciding} */
    static <T> T by(Output output, String task, Function<Watcher, T> work) {
        AtomicReference<Progress> shown = new AtomicReference<>(Progress.SILENT);
        try {
            return work.apply(steps -> {
                shown.get().close();
                shown.set(output.progress(task, steps));
                return shown.get()::step;
            });
        } finally {
            shown.get().close();
        }
    }
}
