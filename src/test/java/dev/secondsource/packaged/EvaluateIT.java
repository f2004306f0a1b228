package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision, from the outside: what is printed where, and how it ends. */
class EvaluateIT {
    private static final String STARTUP = "profiles/fine-tuning-startup.yaml";

    @TempDir
    Path state;

    @Test
    void printsADecisionAndNothingElse() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP);

        assertThat(ended.data()).startsWith("Second Source: ").contains("\nANSWER\n", "\nALLOCATION: ", "shown ", " is not given: taken as ");
        assertThat(ended.data()).doesNotContain("\u001b");
        assertThat(ended.notes()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void writesTheSameRecordEveryTime() throws Exception {
        Path record = state.resolve("record.json");

        Ended printed = Program.jar().runKeeping(state, "evaluate", STARTUP, "-o", "json");
        Ended written = Program.jar().runKeeping(state, "evaluate", STARTUP, "-o", "json", "--out", record.toString());

        assertThat(printed.data()).startsWith("{").contains("\"schema\"");
        assertThat(written.data()).isEmpty();
        assertThat(written.notes()).isEqualTo("written to " + record + "\n");
        assertThat(record).hasContent(printed.data());
    }

    @ParameterizedTest
    @CsvSource({"md, ## Second Source", "csv, workload"})
    void printsForPagesAndSpreadsheets(String format, String beginning) throws Exception {
        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP, "-o", format);

        assertThat(ended.data()).startsWith(beginning);
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void exitsWithFourWhenNothingIsFeasible() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP, "--as-of", "2019-01-01");

        assertThat(ended.data()).contains("ALLOCATION: INFEASIBLE");
        assertThat(ended.notes()).startsWith("secondsource: fine-tuning-startup: ");
        assertThat(ended.exitCode()).isEqualTo(4);
    }

    @Test
    void exitsWithFiveWhenAGateTrips() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP, "--fail-on", "below:prefer", "-o", "csv");

        assertThat(ended.data()).startsWith("workload");
        assertThat(ended.notes()).contains("--fail-on below:prefer: ");
        assertThat(ended.exitCode()).isEqualTo(5);
    }

    @Test
    void decidesByThresholdsEditedWithoutABuild() throws Exception {
        Path rules = Trees.copy(Path.of("rules"), state.resolve("rules"));
        Trees.edit(rules.resolve("policy.yaml"), "version: \\S+", "version: mine");

        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP, "--rules", rules.toString());

        assertThat(ended.notes()).startsWith("rules of " + rules).contains("policy mine");
        assertThat(ended.data()).contains("policy mine");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void decidesOnAMarketOfTheUsers() throws Exception {
        Path market = Trees.copy(Path.of("src/main/resources/market"), state.resolve("market"));
        Trees.edit(market.resolve("market.yaml"), "version: \\S+", "version: mine");

        Ended ended = Program.jar().runKeeping(state, "evaluate", STARTUP, "--market", market.toString());

        assertThat(ended.notes()).startsWith("market of " + market + ": mine");
        assertThat(ended.data()).contains("market mine");
    }

    @Test
    void explainsDownToTheSources() throws Exception {
        Ended ended = Program.jar().runKeeping(state, "explain", STARTUP, "--workload", "tune");

        assertThat(ended.data()).startsWith("tune: ").contains("policy ", "evidence ");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void leavesAFileAloneThatItCannotReplace() throws Exception {
        Path kept = Files.writeString(state.resolve("kept.json"), "mine");

        Ended ended = Program.jar().runKeeping(state, "evaluate", "no-such.yaml", "--out", kept.toString());

        assertThat(kept).hasContent("mine");
        assertThat(ended.exitCode()).isEqualTo(3);
    }
}
