package dev.secondsource.batch;

import dev.secondsource.problem.Checked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with many files. */
public final class Batch {
    private Batch() {}

    /** What came of one file. */
    public sealed interface Entry<T> {
        /** As it was given. */
        Path file();

        /** The file was read, and its result or its problems are here. */
        record Read<T>(Path file, Checked<T> result) implements Entry<T> {}

        /** The program failed on this file. */
        record Failed<T>(Path file, Throwable cause) implements Entry<T> {}
    }

    /**
     * Does the task with each file, on as many threads as there are processors. The task must be a pure function of
     * the file; whatever it throws concerns its own file only.
     *
     * @return an entry for each file, in the order of the files
     * @throws InterruptedException if the thread is interrupted while files are still to be done
     */
    public static <T> List<Entry<T>> run(List<Path> files, Function<Path, Checked<T>> task, Progress progress)
            throws InterruptedException {
        int threads = Math.max(1, Math.min(files.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try (progress) {
            List<Future<Checked<T>>> futures = new ArrayList<>();
            for (Path file : files) futures.add(executor.submit(() -> stepping(progress, file, task)));
            List<Entry<T>> entries = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) entries.add(entry(files.get(i), futures.get(i)));
            return List.copyOf(entries);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> Checked<T> stepping(Progress progress, Path file, Function<Path, Checked<T>> task) {
        try {
            return task.apply(file);
        } finally {
            progress.step();
        }
    }

    private static <T> Entry<T> entry(Path file, Future<Checked<T>> future) throws InterruptedException {
        try {
            return new Entry.Read<>(file, future.get());
        } catch (ExecutionException e) {
            return new Entry.Failed<>(file, e.getCause());
        }
    }
}
