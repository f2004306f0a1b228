package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands from standard input that is not a terminal. */
class ScriptIT {
    /** Takes every suggestion but where there is none: the name, the volume, and the engineers. */
    private static final String ANSWERS = "Test buyer" + "\n".repeat(18) + "12000" + "\n".repeat(15) + "6\n\n\n";

    @TempDir
    Path state;

    @Test
    void runsLineByLineWithoutAPrompt() throws Exception {
        Ended ended = Program.jar().reading("# two commands\nversion\n\nsecondsource version").runKeeping(state);

        assertThat(ended.data().lines()).hasSize(2).allMatch(line -> line.startsWith("secondsource "));
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void endsWithTheCodeOfTheFirstFailure() throws Exception {
        Ended ended = Program.jar().reading("version\nversion --loud\nversion\n").runKeeping(state);

        assertThat(ended.data().lines()).hasSize(1);
        assertThat(ended.notes()).endsWith("stopped at line 2 of the script" + System.lineSeparator());
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void doesNothingWithNothing() throws Exception {
        Ended ended = Program.jar().runKeeping(state);

        assertThat(ended).isEqualTo(new Ended(0, "", ""));
    }

    @Test
    void keepsTheProfileAtHandFromLineToLine() throws Exception {
        Path copy = state.resolve("copy.yaml");

        Ended ended = Program.jar().reading("""
                profile load profiles/fine-tuning-startup.yaml
                profile set horizonMonths=18
                evaluate -o csv
                explain --workload tune
                profile save COPY
                """.replace("COPY", copy.toString())).runKeeping(state);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.data()).startsWith("workload,rank").contains("\ntune: ");
        assertThat(ended.notes()).startsWith("fine-tuning-startup: ").endsWith("written to " + copy + "\n");
        assertThat(copy).content().contains("horizonMonths: 18", "# ");
    }

    @Test
    void changesNothingWhenOneOfSeveralValuesIsWrong() throws Exception {
        Path copy = Files.copy(Path.of("profiles/fine-tuning-startup.yaml"), state.resolve("copy.yaml"));

        Ended ended = Program.jar().runKeeping(state, "profile", "set", "horizonMonths=18", "currency=dollars", "--in", copy.toString());

        assertThat(ended.notes()).startsWith("secondsource: " + copy + ":");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(copy).hasSameTextualContentAs(Path.of("profiles/fine-tuning-startup.yaml"));
    }

    @Test
    void answersTheInterviewFromTheLinesThatFollow() throws Exception {
        Path file = state.resolve("new.yaml");

        Ended ended = Program.jar().reading("profile new " + file + "\n" + ANSWERS + "evaluate -o csv\n").runKeeping(state);

        assertThat(ended.notes()).startsWith("written to " + file);
        assertThat(ended.data()).startsWith("workload,rank");
        assertThat(file).content().contains("name: Test buyer", "p50: 12000");
    }

    @Test
    void writesNoProfileWhenAnAnswerIsWrongOrMissing() throws Exception {
        Path file = state.resolve("new.yaml");

        Ended wrong = Program.jar().reading(ANSWERS.replace("12000", "plenty")).runKeeping(state, "profile", "new", file.toString());
        Ended missing = Program.jar().reading("Test buyer\n").runKeeping(state, "profile", "new", file.toString());

        assertThat(wrong.notes()).startsWith("secondsource: the answer to workloads.serve.volumePerMonth.p50: ");
        assertThat(missing.notes()).startsWith("secondsource: the answers end before the question for id");
        assertThat(wrong.exitCode()).isEqualTo(missing.exitCode()).isEqualTo(3);
        assertThat(file).doesNotExist();
    }
}
