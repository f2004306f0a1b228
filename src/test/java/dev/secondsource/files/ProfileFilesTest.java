package dev.secondsource.files;

import static dev.secondsource.files.Profiles.SMALL;
import static dev.secondsource.files.Profiles.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {
    @TempDir
    Path directory;

    @Test
    void readsWhatItWrote() {
        Path file = directory.resolve("small.yaml");

        assertThat(TextFiles.write(file, SMALL)).isEmpty();

        assertThat(ProfileFiles.read(file).orThrow().text()).isEqualTo(SMALL);
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void suggestsTheFileThatWasMeant() throws IOException {
        Files.writeString(directory.resolve("frontier-lab.yaml"), SMALL);
        Path wrong = directory.resolve("fronteer-lab.yaml");

        assertThat(lines(ProfileFiles.read(wrong))).containsExactly(wrong + ": there is no such file; did you mean frontier-lab.yaml?");
        assertThat(lines(ProfileFiles.read(directory))).containsExactly(directory + ": this is a directory; name a profile file in it");
    }

    @Test
    void refusesBytesThatAreNotText() throws IOException {
        Path file = directory.resolve("latin.yaml");
        Files.write(file, "id: x\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(lines(ProfileFiles.read(file))).containsExactly(file + ":2: bytes that are not UTF-8; save the file as UTF-8");
    }

    @Test
    void listsProfilesInOrderAndSaysWhenThereAreNone() throws IOException {
        assertThat(lines(ProfileFiles.in(directory))).containsExactly(directory + ": no profile in this directory; put .yaml or .json profiles there");
        for (String name : new String[] {"b.yaml", "a.json", "c.YML", "d.txt", ".e.yaml"}) Files.writeString(directory.resolve(name), SMALL);

        assertThat(ProfileFiles.in(directory).orThrow()).extracting(p -> p.getFileName().toString()).containsExactly("a.json", "b.yaml", "c.YML");
        assertThat(lines(ProfileFiles.in(directory.resolve("none")))).hasSize(1);
    }

    @Test
    void leavesNothingBehindWhenItCannotWrite() {
        assertThat(TextFiles.write(directory, SMALL)).get().asString().endsWith("this is a directory; name a file");
        assertThat(TextFiles.write(directory.resolve("no/where.yaml"), SMALL)).get().asString().contains("there is no directory");
        assertThat(directory).isEmptyDirectory();
    }
}
