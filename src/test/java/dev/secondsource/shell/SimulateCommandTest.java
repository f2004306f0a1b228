package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    private static final String INSURER = "profiles/data-in-japan.yaml";

    private final Session session = new Session();
    private final Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
    private final Bench bench = Bench.with(new SimulateCommand(session, sources), new ProfileLoadCommand(session));

    @Test
    void printsASimulationForATerminal() {
        int exitCode = bench.run("simulate", INSURER, "--runs", "3");

        assertThat(exitCode).isZero();
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("3 worlds from seed 1", "WORKLOAD claims: who leads", "ALLOCATION, decided anew", "COST of a month", "regret of keeping it", "What was drawn");
        assertThat(bench.notes()).isEmpty();
    }

    @Test
    void saysTheSameForTheSameSeedAndOtherwiseForAnother() throws IOException {
        bench.runScript("profile load " + INSURER + "\nsimulate --runs 2 --seed 9 -o csv\nsimulate --runs 2 --seed 9 -o csv\nsimulate --runs 2 --seed 10 -o csv\n");

        String[] tables = bench.data().split("(?=run,status)");
        assertThat(tables).hasSize(3);
        assertThat(tables[1]).isEqualTo(tables[0]);
        assertThat(tables[2]).isNotEqualTo(tables[0]);
        assertThat(session.decided()).isPresent();
    }

    @Test
    void showsATerminalHowFarItHasComeAndNobodyElse() {
        Bench terminal = Bench.watched(new SimulateCommand(session, sources));

        terminal.run("simulate", INSURER, "--runs", "2", "-o", "json");
        bench.run("simulate", INSURER, "--runs", "2", "-o", "json");

        assertThat(terminal.notes()).contains("deciding", "2/2").doesNotContain("\n");
        assertThat(bench.notes()).isEmpty();
        assertThat(terminal.data()).isEqualTo(bench.data()).contains("\"schema\": \"simulation/1\"");
    }

    @ParameterizedTest
    @CsvSource({"--runs, 0", "--runs, many", "--seed, x", "--seed, -1", "--top, 0"})
    void refusesWhatIsNoNumberBeforeItReadsAnything(String option, String value) {
        int exitCode = bench.run("simulate", "profiles/there-is-none.yaml", option, value);

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains(option, value, "a whole number from 1");
    }

    @Test
    void exitsWithThreeIfThereIsNoSuchProfile() {
        assertThat(bench.run("simulate", "profiles/there-is-none.yaml")).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
    }

    @Test
    void exitsWithFourIfNothingIsAllocated() {
        int exitCode = bench.run("simulate", "profiles/export-controlled-site.yaml", "--runs", "2");

        assertThat(exitCode).isEqualTo(4);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("No eligible offer");
    }

    @Test
    void stopsWhenThePersonInterruptsIt() {
        Thread.currentThread().interrupt();

        int exitCode = bench.run("simulate", INSURER, "--runs", "50");

        assertThat(exitCode).isEqualTo(Interruption.EXIT_CODE);
        assertThat(bench.data()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }
}
