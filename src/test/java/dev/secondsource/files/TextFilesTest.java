package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path place;

    @Test
    void replacesAFileAndLeavesNothingBesideIt() throws Exception {
        Path file = Files.writeString(place.resolve("a.txt"), "old");

        assertThat(TextFiles.write(file, "new")).isEmpty();

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void followsALinkInsteadOfReplacingIt() throws Exception {
        Path file = Files.writeString(place.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(place.resolve("link"), file);

        assertThat(TextFiles.write(link, "new")).isEmpty();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesToAPipeInsteadOfReplacingIt() throws Exception {
        Path pipe = place.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> TextFilesTest.read(pipe));

        assertThat(TextFiles.write(pipe, "new")).isEmpty();

        assertThat(reader.join()).isEqualTo("new");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void makesADirectoryForResultsWithItsParents() {
        assertThat(TextFiles.makeDirectory(place.resolve("a/b"))).isEmpty();
        assertThat(place.resolve("a/b")).isDirectory();
    }

    @Test
    void refusesAFileAsADirectoryForResults() throws Exception {
        Path file = Files.createFile(place.resolve("file"));

        assertThat(TextFiles.makeDirectory(file)).get().asString().endsWith("is a file, not a directory; name a directory for the results");
    }

    private static String read(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Stream<String> names() throws Exception {
        return Files.list(place).map(p -> p.getFileName().toString());
    }
}
