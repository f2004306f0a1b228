package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a whole text with the one on file. After a wanted change {@code -Dgolden.write=true} writes the files anew,
 * except in CI; read the difference before you commit it.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden/report");

    private Golden() {}

    static void matches(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                assertThat(System.getenv("CI")).as("golden files are not rewritten in CI").isNull();
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("no golden file " + file, e);
        }
    }
}
