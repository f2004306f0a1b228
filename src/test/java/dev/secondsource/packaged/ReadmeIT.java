package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what the program does. In a {@code console} block a line {@code $ …} is a command and what
 * follows its output; a line {@code …} stands for lines left out.
 */
class ReadmeIT {
    private static final Path README = Path.of("README.md");
    private static final Pattern CONSOLE = Pattern.compile("```console\n\\$ \\./secondsource ([^\n]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MENTIONED = Pattern.compile("`\\./secondsource ([a-z][^`]*)`");
    private static final String LEFT_OUT = "…";

    @TempDir
    Path state;

    @Test
    void showsRealOutput() throws Exception {
        String readme = Files.readString(README);
        Matcher block = CONSOLE.matcher(readme);
        int blocks = 0;
        while (block.find()) {
            blocks++;
            String output = run(block.group(1)).data();
            assertThat(shown(block.group(2).lines().toList(), output.lines().toList())).as("README.md, output of %s", block.group(1)).isTrue();
        }
        assertThat(blocks).isPositive();
    }

    @Test
    void namesCommandsThatExistAndDo() throws Exception {
        Matcher command = MENTIONED.matcher(Files.readString(README));
        List<String> run = new ArrayList<>();
        while (command.find()) {
            run.add(command.group(1));
            if (command.group(1).contains("PROFILE") || command.group(1).equals("profile new")) continue;
            assertThat(run(command.group(1).replace("target/decisions", state.resolve("decisions").toString())).exitCode())
                    .as(command.group(1)).isIn(0, 4);
        }
        assertThat(run).hasSizeGreaterThan(5);
    }

    /** The guard of the guard: a number that is not the program's is seen. */
    @Test
    void anOutputThatIsNotTheProgramsIsSeen() {
        List<String> real = List.of("a 1", "b 2", "c 3");

        assertThat(shown(List.of("a 1", LEFT_OUT, "c 3"), real)).isTrue();
        assertThat(shown(List.of("a 1", "b 2"), real)).as("an end left out in silence").isFalse();
        assertThat(shown(List.of("a 1", LEFT_OUT, "c 4"), real)).isFalse();
        assertThat(shown(List.of("a 1", "c 3"), real)).as("a line left out in silence").isFalse();
    }

    @Test
    void isShortEnoughToRead() throws Exception {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(200);
    }

    private Ended run(String words) throws Exception {
        return Program.jar().runKeeping(state, words.split(" "));
    }

    private static boolean shown(List<String> expected, List<String> real) {
        int at = 0;
        boolean skipping = false;
        for (String line : expected) {
            if (line.strip().equals(LEFT_OUT)) {
                skipping = true;
                continue;
            }
            int found = at;
            while (found < real.size() && !real.get(found).stripTrailing().equals(line.stripTrailing())) found++;
            if (found == real.size() || !skipping && found != at) return false;
            at = found + 1;
            skipping = false;
        }
        return skipping || at == real.size();
    }
}
