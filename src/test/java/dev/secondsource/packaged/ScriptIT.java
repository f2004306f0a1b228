package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands from standard input that is not a terminal. */
class ScriptIT {
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
}
