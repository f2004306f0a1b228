package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShellTest {
    private static final ShellCommand BROKEN = new ShellCommand() {
        @Override
        public Usage usage() {
            return new VersionCommand().usage();
        }

        @Override
        public Outcome run(Words words, Output output) {
            throw new IllegalStateException("the knowledge base\nis gone");
        }
    };

    @ParameterizedTest
    @EnumSource
    void exitsWithTheCodeOfTheOutcome(Outcome outcome) {
        Bench bench = Bench.with(new Deploy(outcome));

        int exitCode = bench.run("cargo", "deploy", "x", "--target", "y");

        assertThat(exitCode).isEqualTo(outcome.exitCode());
    }

    @Test
    void readsEveryKindOfWord() {
        Bench bench = Bench.with(new Deploy(Outcome.DECIDED));

        bench.run("cargo", "deploy", "--dry", "x y", "-o", "wide-table", "2", "--label=a=b", "--target", "-", "--label", "-5", "3");

        assertThat(bench.notes()).isEmpty();
        assertThat(bench.data()).isEqualTo("x y|[2, 3]|WIDE_TABLE|-|[a=b, -5]|true");
    }

    @Test
    void takesWordsAfterTwoHyphensAsTheyAre() {
        Bench bench = Bench.with(new Deploy(Outcome.DECIDED));

        bench.run("cargo", "deploy", "--target", "y", "--", "--debug");

        assertThat(bench.data()).startsWith("--debug|");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cargo deploy x                               | --target FILE is missing: where to
            cargo deploy --target y                      | FILE is missing: what to send
            cargo deploy x --target                      | --target needs a value, a file name
            cargo deploy x --target --dry                | --target needs a value, a file name
            cargo deploy x --target y --target z         | --target is given more than once
            cargo deploy x --target y -o xml             | --output "xml" is not one of table, wide-table
            cargo deploy x zero --target y               | N "zero" is not a whole number from 1
            cargo deploy x 0 --target y                  | N "0" is not a whole number from 1
            cargo deploy x --target y --dry=yes          | --dry takes no value
            cargo deploy x --targt y                     | "cargo deploy" has no option --targt; did you mean --target?
            cargo deploy x --target y -z                 | "cargo deploy" has no option -z
            version x                                    | "x" is a word too many for "version"
            """)
    void refusesWrongWordsInOneLineThatNamesTheCommandToAsk(String line, String message) {
        Bench bench = Bench.with(new Deploy(Outcome.DECIDED), new VersionCommand());

        int exitCode = bench.runLine(line);

        String command = line.startsWith("version") ? "version" : "cargo deploy";
        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).isEqualToNormalizingNewlines(
                "secondsource: " + message + "\ntry: secondsource help " + command + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vresion        | "vresion" is not a command; did you mean "version"?    | help version
            ver            | "ver" is not a command; did you mean "version"?        | help version
            cargo          | "cargo" needs a word more: deploy                      | help cargo
            cargo --help   | "cargo" needs a word more: deploy                      | help cargo
            cargo sink     | "cargo sink" is not a command: deploy                  | help cargo
            elephant       | "elephant" is not a command                            | help
            "version       | a quote is left open in: "version                      |
            """)
    void suggestsTheNearestCommand(String line, String message, String hint) {
        Bench bench = Bench.with(new Deploy(Outcome.DECIDED), new VersionCommand());

        int exitCode = bench.runLine(line);

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.notes()).startsWith("secondsource: " + message + System.lineSeparator());
        if (hint != null) assertThat(bench.notes()).endsWith("try: secondsource " + hint + System.lineSeparator());
    }

    @Test
    void tellsOfItsOwnFailureInOneLine() {
        Bench bench = Bench.with(BROKEN);

        int exitCode = bench.run("version");

        assertThat(exitCode).isEqualTo(1);
        assertThat(bench.notes().lines()).containsExactly(
                "secondsource: internal error: IllegalStateException, the knowledge base; --debug shows the details");
    }

    @Test
    void showsTheDetailsOfItsOwnFailureWhenAsked() {
        Bench bench = Bench.with(BROKEN);

        bench.run("--debug", "version");

        assertThat(bench.notes()).contains("\tat dev.secondsource.shell.ShellTest");
    }

    @Test
    void explainsACommandInsteadOfRunningIt() {
        Bench bench = Bench.with(new Deploy(Outcome.NOT_FEASIBLE));

        int exitCode = bench.run("cargo", "deploy", "x", "-h");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).startsWith("secondsource cargo deploy FILE [N…]").contains("Examples");
    }

    @Test
    void endsAScriptAtTheFirstFailure() throws IOException {
        Bench bench = Bench.with(new VersionCommand(), new ExitCommand());

        int exitCode = bench.runScript("version\n\n  # a comment\n./secondsource version\nversion x\nversion\n");

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.data().lines()).hasSize(2);
        assertThat(bench.notes()).contains("stopped at line 5 of the script");
    }

    @Test
    void endsAScriptAtExit() throws IOException {
        Bench bench = Bench.with(new VersionCommand(), new ExitCommand());

        int exitCode = bench.runScript("exit\nversion x\n");

        assertThat(exitCode).isZero();
        assertThat(bench.notes()).isEmpty();
    }

    @Test
    void keepsItsOutcomeWhenTheReaderOfItsDataLeaves() {
        Bench bench = Bench.writingTo(failing("Broken pipe"), new Deploy(Outcome.GATE_TRIPPED));

        int exitCode = bench.run("cargo", "deploy", "x", "--target", "y");

        assertThat(exitCode).isEqualTo(5);
        assertThat(bench.notes()).isEmpty();
    }

    @Test
    void failsWhenItsDataCannotBeWritten() {
        Bench bench = Bench.writingTo(failing("No space left on device"), new Deploy(Outcome.DECIDED));

        int exitCode = bench.run("cargo", "deploy", "x", "--target", "y");

        assertThat(exitCode).isEqualTo(1);
        assertThat(bench.notes().lines())
                .containsExactly("secondsource: standard output cannot be written: No space left on device");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
