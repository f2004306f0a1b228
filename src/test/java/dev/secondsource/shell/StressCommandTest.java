package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.RulesCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StressCommandTest {
    private static final String INSURER = "profiles/data-in-japan.yaml";

    @TempDir
    Path place;

    private final Session session = new Session();
    private final Bench bench = bench(Map.of());

    private Bench bench(Map<String, String> environment) {
        Sources sources = new Sources(environment, Optional.of(Path.of("").toAbsolutePath()));
        return Bench.with(new StressCommand(session, sources), new ProfileLoadCommand(session));
    }

    @Test
    void putsTheAnswerUnderStressInTheTerminal() {
        int exitCode = bench.run("stress", INSURER, "--scenario", "s9");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("PORTFOLIOS compared", "REGRET in each scenario", "S9 Less demand", "OUTAGES of designers").doesNotContain("S10");
    }

    @Test
    void takesTheProfileAndTheDecisionAtHand() throws IOException {
        int exitCode = bench.runScript("profile load " + INSURER + "\nstress --scenario S9 -o csv\nstress --scenario S1 -o csv\n");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("\nS9,Less demand,answer,", "\nS1,As assumed,answer,");
        assertThat(session.decided()).isPresent();
    }

    @Test
    void showsATerminalHowFarItHasComeAndNobodyElse() {
        Bench terminal = Bench.watched(new StressCommand(session, new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));

        terminal.run("stress", INSURER, "--scenario", "S9", "-o", "csv");
        bench.run("stress", INSURER, "--scenario", "S9", "-o", "csv");

        assertThat(terminal.notes()).contains("deciding", "1/1").doesNotContain("\n");
        assertThat(bench.notes()).isEmpty();
        assertThat(terminal.data()).isEqualTo(bench.data());
    }

    @Test
    void tellsWhichScenarioWasMeant() {
        int exitCode = bench.run("stress", INSURER, "--scenario", "S99");

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("there is no scenario \"S99\"; did you mean S9?", "try: secondsource help stress");
    }

    @Test
    void refusesTooFewRunsBeforeItDecides() {
        int exitCode = bench.run("stress", INSURER, "--runs", "10");

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.notes()).contains("--runs 10 is too few: 1000 or more");
    }

    @Test
    void goesThroughAScenarioThatSomebodyAdded() {
        RulesCopy rules = RulesCopy.in(place);
        rules.write("scenarios.yaml", rules.text("scenarios.yaml") + """
                  - id: OURS
                    name: Dollar
                    sentence: Everything costs twice as much.
                    changes:
                      - change: price
                        of: everything
                        factor: {value: 2, tag: judgement, source: "we fear it"}
                """);

        int exitCode = bench.run("stress", INSURER, "--rules", rules.folder().toString(), "--scenario", "ours");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("OURS Dollar", "Everything costs twice as much.", "factor = 2 (judgement: we fear it)");
    }

    @Test
    void exitsWithThreeIfTheScenariosAreWrong() {
        RulesCopy rules = RulesCopy.in(place);
        rules.change("scenarios.yaml", "change: lead-times", "change: leed-times");

        int exitCode = bench.run("stress", INSURER, "--rules", rules.folder().toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("scenarios.yaml:" + rules.line("scenarios.yaml", "leed-times") + ": ", "did you mean lead-times?");
    }

    @Test
    void exitsWithFourIfNothingIsAllocated() {
        int exitCode = bench.run("stress", "profiles/export-controlled-site.yaml");

        assertThat(exitCode).isEqualTo(4);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("No eligible offer");
    }
}
