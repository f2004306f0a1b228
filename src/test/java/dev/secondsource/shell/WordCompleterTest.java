package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class WordCompleterTest {
    private final Bench bench = Bench.with(new Deploy(Outcome.DECIDED), new VersionCommand());

    @Test
    void proposesTheFirstWordOfEveryCommand() throws Exception {
        assertThat(proposals("")).containsExactly("cargo", "version");
    }

    @Test
    void proposesTheNextWordOfACommand() throws Exception {
        assertThat(proposals("cargo ")).containsExactly("deploy");
    }

    @Test
    void proposesOptionsNotYetGiven() throws Exception {
        assertThat(proposals("cargo deploy x -o table --label a ")).contains("--target", "--label", "--dry").doesNotContain("--output");
    }

    @Test
    void proposesOnlyTheValuesOfAnOptionThatWaitsForOne() throws Exception {
        assertThat(proposals("cargo deploy x -o ")).containsExactly("table", "wide-table");
    }

    @Test
    void proposesFilesForAFile() throws Exception {
        assertThat(proposals("cargo deploy src/main/ja")).contains("src/main/java/");
    }

    @Test
    void proposesNothingInADirectoryThatIsNotThere() throws Exception {
        assertThat(proposals("cargo deploy nowhere/x")).allMatch(word -> word.startsWith("--"));
    }

    private List<String> proposals(String line) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        try (DumbTerminal terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream())) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            new WordCompleter(bench.registry)
                    .complete(reader, new DefaultParser().parse(line, line.length(), ParseContext.COMPLETE), candidates);
        }
        return candidates.stream().map(Candidate::value).toList();
    }
}
