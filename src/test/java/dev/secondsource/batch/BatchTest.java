package dev.secondsource.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.batch.Batch.Entry;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Path GOOD = Path.of("good.yaml");
    private static final Path WRONG = Path.of("wrong.yaml");
    private static final Path FATAL = Path.of("fatal.yaml");

    @Test
    void goesOnAfterAFileThatIsWrongAndOneThatBreaksTheProgram() throws Exception {
        AtomicInteger steps = new AtomicInteger();

        List<Entry<String>> entries = Batch.run(List.of(FATAL, WRONG, GOOD), BatchTest::read, steps::incrementAndGet);

        assertThat(entries.get(0)).isInstanceOfSatisfying(Entry.Failed.class, failed -> assertThat(failed.cause()).hasMessage("boom"));
        assertThat(entries.get(1)).isEqualTo(new Entry.Read<>(WRONG, read(WRONG)));
        assertThat(entries.get(2)).isEqualTo(new Entry.Read<>(GOOD, Checked.of("good.yaml")));
        assertThat(steps).hasValue(3);
    }

    @Test
    void keepsTheOrderOfTheFiles() throws Exception {
        List<Path> files = IntStream.range(0, 200).mapToObj(i -> Path.of(i + ".yaml")).toList();

        List<Entry<String>> entries = Batch.run(files, BatchTest::read, Progress.SILENT);

        assertThat(entries).extracting(Entry::file).isEqualTo(files);
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Batch.run(List.of(GOOD), BatchTest::neverEnds, Progress.SILENT))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void drawsALineAndWipesItOut() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();

        try (ProgressLine line = new ProgressLine("evaluating", 2, terminal, 60)) {
            line.step();
            line.step();
        }

        String drawn = terminal.toString(StandardCharsets.UTF_8);
        assertThat(drawn).contains("evaluating").contains("2/2").doesNotContain("\n");
    }

    private static Checked<String> neverEnds(Path file) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read(file);
    }

    private static Checked<String> read(Path file) {
        if (file.equals(FATAL)) throw new IllegalStateException("boom");
        if (file.equals(WRONG)) return Checked.wrong(Problem.in("wrong.yaml", "is wrong", "mend it"));
        return Checked.of(file.toString());
    }
}
