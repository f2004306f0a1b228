package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many profiles at once. */
class BatchIT {
    @TempDir
    Path place;

    @TempDir
    Path state;

    private Path profiles;
    private Path out;

    @BeforeEach
    void copyTwoProfiles() throws Exception {
        profiles = Files.createDirectories(place.resolve("profiles"));
        out = place.resolve("a/records");
        Files.copy(Path.of("profiles/fine-tuning-startup.yaml"), profiles.resolve("a.yaml"));
        Files.copy(Path.of("profiles/image-generation.yaml"), profiles.resolve("b.yaml"));
    }

    @Test
    void writesARecordForEachAndPrintsASummary() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "batch", profiles.toString(), "--out", out.toString());

        assertThat(ended.data()).contains("fine-tuning-startup", "image-generation", "2 of 2 decided.");
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(Trees.names(out)).containsExactly("fine-tuning-startup.json", "image-generation.json");
    }

    @Test
    void writesTheRecordThatEvaluateWould() throws Exception {
        Program.jar().runKeeping(state, "batch", profiles.resolve("a.yaml").toString(), "--out", out.toString());
        Ended alone = Program.jar().runKeeping(state, "evaluate", profiles.resolve("a.yaml").toString(), "-o", "json");

        assertThat(out.resolve("fine-tuning-startup.json")).hasContent(alone.data());
    }

    @Test
    void goesOnAfterABadFile() throws Exception {
        Files.writeString(profiles.resolve("aa.yaml"), "id: [");

        Ended ended = Program.jar().runKeeping(state, "batch", profiles.toString(), "--out", out.toString());

        assertThat(ended.data()).contains("2 of 3 decided, 1 with errors.");
        assertThat(ended.notes().lines()).singleElement().asString().startsWith("secondsource: " + profiles.resolve("aa.yaml") + ":1: ");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(Trees.names(out)).hasSize(2);
    }

    @Test
    void doesNotLetTwoProfilesWithOneIdOverwriteEachOther() throws Exception {
        Path same = Files.copy(profiles.resolve("a.yaml"), profiles.resolve("c.yaml"));

        Ended ended = Program.jar().runKeeping(state, "batch", profiles.toString(), "--out", out.toString(), "-o", "csv");

        assertThat(ended.notes()).contains(same + ":").contains("\"fine-tuning-startup\" is also the id of " + profiles.resolve("a.yaml"));
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(Trees.names(out)).containsExactly("fine-tuning-startup.json", "image-generation.json");
    }

    @Test
    void exitsWithFourWhenOneHasNoFeasibleDecision() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "batch", profiles.toString(), "--out", out.toString(), "--as-of", "2019-01-01", "-o", "json");

        assertThat(ended.data()).startsWith("{");
        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(Trees.names(out)).hasSize(2);
    }

    @Test
    void refusesToStartWithoutAPlaceForTheRecords() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "batch", profiles.toString());

        assertThat(ended.notes()).startsWith("secondsource: --out DIR is missing");
        assertThat(ended.exitCode()).isEqualTo(2);
    }
}
