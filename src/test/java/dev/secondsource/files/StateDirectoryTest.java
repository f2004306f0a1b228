package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @TempDir
    Path place;

    @Test
    void isWhereTheSpecificationSays() {
        assertThat(StateDirectory.find(Map.of("XDG_STATE_HOME", place.toString()), Path.of("/nowhere")))
                .contains(place.resolve("secondsource"));
    }

    @Test
    void isBelowTheHomeDirectoryUnlessTheVariableHoldsAnAbsolutePath() {
        Path expected = place.resolve(".local/state/secondsource");

        assertThat(StateDirectory.find(Map.of(), place)).contains(expected);
        assertThat(StateDirectory.find(Map.of("XDG_STATE_HOME", "relative"), place)).contains(expected);
    }

    @Test
    void isAbsentWhereItCannotBeMade() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        assertThat(StateDirectory.find(Map.of("XDG_STATE_HOME", file.toString()), place)).isEmpty();
    }

    @Test
    void keepsATextAndReplacesIt() throws IOException {
        StateDirectory.keep(place, "last", "one");
        Path kept = StateDirectory.keep(place, "last", "two").orElseThrow();

        assertThat(Files.readString(kept)).isEqualTo("two");
        assertThat(StateDirectory.keep(place.resolve("nowhere"), "last", "x")).isEmpty();
    }
}
