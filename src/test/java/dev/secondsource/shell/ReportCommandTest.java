package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
    private static final String PROFILE = "profiles/enterprise-serving-70b.yaml";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private Bench bench;
    private Bench evaluating;

    @BeforeEach
    void open() {
        Session session = new Session();
        bench = Bench.with(new ReportCommand(session, SOURCES), new ProfileLoadCommand(session));
        evaluating = Bench.with(new EvaluateCommand(session, SOURCES));
    }

    @Test
    void writesAPageUnlessItIsAskedForSomethingElse() {
        int exitCode = bench.run("report", PROFILE);

        assertThat(exitCode).isZero();
        assertThat(bench.data()).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("id=\"break-even-1\"", "id=\"exposure-picture\"", "id=\"frontier-picture\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "json", "csv"})
    void writesWhatEvaluateWrites(String format) {
        bench.run("report", PROFILE, "--format", format, "--top", "10");
        evaluating.run("evaluate", PROFILE, "--output", format, "--top", "10");

        assertThat(bench.data()).isNotEmpty().isEqualTo(evaluating.data());
    }

    @Test
    void writesToAFileAndSaysSo(@TempDir Path folder) {
        Path file = folder.resolve("report.html");

        int exitCode = bench.run("report", PROFILE, "--out", file.toString());

        assertThat(exitCode).isZero();
        assertThat(file).content().startsWith("<!DOCTYPE html>");
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes().lines()).last().isEqualTo("written to " + file);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine(@TempDir Path folder) {
        int exitCode = bench.run("report", PROFILE, "--out", folder.resolve("no/where.html").toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.notes()).contains("there is no directory");
        assertThat(Files.exists(folder.resolve("no"))).isFalse();
    }

    @Test
    void isAboutTheProfileAtHandUnlessItNamesOne() {
        assertThat(bench.run("report")).isEqualTo(2);
        bench.run("profile", "load", PROFILE);

        assertThat(bench.run("report")).isZero();
        assertThat(bench.data()).contains("enterprise-serving-70b");
    }

    @Test
    void tellsAScriptThatNothingIsFeasibleAndWritesWhyAllTheSame() {
        assertThat(bench.run("report", "profiles/export-controlled-site.yaml")).isEqualTo(4);
        assertThat(bench.data()).contains("infeasible");
    }
}
