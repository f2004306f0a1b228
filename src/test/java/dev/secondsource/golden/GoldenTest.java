package dev.secondsource.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    private Path folder;

    @Test
    void holdsWhatIsOnFileAndRefusesWhatIsNot() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\n");

        golden("false", Map.of()).holds("a.txt", "one\n");

        assertThatThrownBy(() -> golden("false", Map.of()).holds("a.txt", "two\n")).isInstanceOf(AssertionError.class).hasMessageContaining("-Dgolden.rewrite=true");
        assertThatThrownBy(() -> golden("false", Map.of()).holds("b.txt", "one\n")).isInstanceOf(AssertionError.class).hasMessageContaining("no golden file yet");
    }

    @Test
    void rewritesWhenAskedTo() throws IOException {
        golden("true", Map.of("CI", "false")).holds("a.txt", "two\n");

        assertThat(folder.resolve("a.txt")).hasContent("two\n");
    }

    @Test
    void rewritesNothingOnABuildServer() {
        assertThatThrownBy(() -> golden("true", Map.of("CI", "true"))).isInstanceOf(IllegalStateException.class).hasMessageContaining("CI=true");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void comparesOnABuildServer() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "one\n");

        golden("false", Map.of("CI", "true")).holds("a.txt", "one\n");
    }

    private Golden golden(String rewrite, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty(Golden.REWRITE, rewrite);
        return Golden.in(folder, properties, environment);
    }
}
