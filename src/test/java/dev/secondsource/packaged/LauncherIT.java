package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a copy of the built checkout whose path has spaces. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    @TempDir
    Path place;

    private Path checkout;
    private Path launcher;

    @BeforeEach
    void copyTheCheckout() throws IOException {
        checkout = Files.createDirectories(place.resolve("a check out"));
        launcher = checkout.resolve("secondsource");
        Files.createDirectories(checkout.resolve("target"));
        Files.copy(Path.of("secondsource"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Path.of("pom.xml"), checkout.resolve("pom.xml"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Program.JAR, checkout.resolve("target/secondsource.jar"));
    }

    @Test
    void startsFromAnyDirectoryThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(place.resolve("link"), Path.of("a check out/secondsource"));
        Path second = Files.createSymbolicLink(place.resolve("second"), link);

        Ended ended = Program.launcher(second).in(Path.of("/")).runKeeping(place, "version");

        assertThat(ended.data()).startsWith("secondsource ");
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void passesOnWordsAndExitCode() throws Exception {
        Ended ended = Program.launcher(launcher).runKeeping(place, "version", "two  words");

        assertThat(ended.notes()).contains("\"two  words\" is a word too many");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void keepsTheUnpackedJarAndItsClassesForTheNextStart() throws Exception {
        Program.launcher(launcher).runKeeping(place, "version");
        List<Path> first = kept();
        Ended ended = Program.launcher(launcher).runKeeping(place, "version");

        assertThat(first).anyMatch(path -> path.toString().endsWith(".jsa"));
        assertThat(kept()).isEqualTo(first);
        assertThat(ended.notes()).isEmpty();
    }

    @Test
    void startsTwiceAtTheSameTime() throws Exception {
        CompletableFuture<Ended> one = CompletableFuture.supplyAsync(this::version);
        CompletableFuture<Ended> other = CompletableFuture.supplyAsync(this::version);

        assertThat(List.of(one.join(), other.join()))
                .allMatch(ended -> ended.exitCode() == 0 && ended.data().startsWith("secondsource "));
        assertThat(kept()).noneMatch(path -> path.getFileName().toString().matches("new.*|lock|.*\\.jsa\\..*"));
    }

    @Test
    void takesOverFromAStartThatDied() throws Exception {
        Path launch = Files.createDirectories(checkout.resolve("target/launch"));
        Files.createSymbolicLink(launch.resolve("lock"), Path.of("999999999"));

        assertThat(version().exitCode()).isZero();
    }

    @Test
    void doesWithoutAnythingItCannotKeep() throws Exception {
        Files.createFile(checkout.resolve("target/launch"));

        assertThat(version().data()).startsWith("secondsource ");
    }

    @Test
    void doesNotBuildWhenOnlyRulesOrProfilesChanged() throws Exception {
        Path rules = Trees.copy(Path.of("rules"), checkout.resolve("rules"));
        Trees.copy(Path.of("profiles"), checkout.resolve("profiles"));
        Trees.edit(rules.resolve("policy.yaml"), "version: \\S+", "version: mine");

        Ended ended = Program.launcher(launcher).runKeeping(place, "evaluate", checkout.resolve("profiles/fine-tuning-startup.yaml").toString());

        assertThat(ended.notes()).startsWith("rules of " + checkout.toRealPath().resolve("rules")).doesNotContain("building");
        assertThat(ended.data()).contains("policy mine");
    }

    @Test
    void buildsWhenTheProgramItselfChanged() throws Exception {
        Files.createDirectories(checkout.resolve("src/main/java"));
        Files.writeString(checkout.resolve("src/main/java/New.java"), "class New {}");
        Files.setLastModifiedTime(checkout.resolve("target/secondsource.jar"), FileTime.fromMillis(0));

        Ended ended = Program.launcher(launcher).runKeeping(place, "version");

        assertThat(ended.notes()).startsWith("building Second Source");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    private Ended version() {
        try {
            return Program.launcher(launcher).runKeeping(place, "version");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(checkout.resolve("target/launch"))) {
            return files.sorted().toList();
        }
    }
}
