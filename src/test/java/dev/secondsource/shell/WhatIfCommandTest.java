package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {
    private static final String INSURER = "profiles/data-in-japan.yaml";

    @TempDir
    Path place;

    private final Session session = new Session();
    private final Bench bench = bench();

    private Bench bench() {
        Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
        return Bench.with(new WhatIfCommand(session, sources), new CompareCommand(session, sources), new EvaluateCommand(session, sources), new ProfileLoadCommand(session));
    }

    @Test
    void tellsWhatWasSetAndWhatThatChanges() {
        int exitCode = bench.run("whatif", INSURER, "--set", "market.offers[*].price=+10%");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("What if, for ", "market.offers[*].price: ", " USD an hour, ", " rows", "Then, against the decision as things are",
                "Allocation stays ", "+10 %)", "USD a month");
    }

    @Test
    void saysPlainlyThatNothingChanges() {
        int exitCode = bench.run("whatif", INSURER, "--set", "budget.perMonth=+0%");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("Nothing changes: the same answers, verdicts, ranks, shares, costs and exposures.");
    }

    @Test
    void takesTheProfileAtHandAndLeavesItAndItsDecisionAsTheyAre() throws IOException {
        int exitCode = bench.runScript("profile load " + INSURER + "\nwhatif --set horizonMonths=24 -o json\n");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("\"schema\": \"whatif/1\"", "\"key\": \"horizonMonths\"", "\"difference\"");
        assertThat(session.hasUnsavedChanges()).isFalse();
        assertThat(session.decided()).hasValueSatisfying(d -> assertThat(d.decision().profile().horizonMonths()).isNotEqualTo(24));
    }

    @Test
    void writesAProfileThatIsThenDecidedAsTheWhatIfSaid() throws IOException {
        Path saved = place.resolve("saved.yaml");

        int exitCode = bench.run("whatif", INSURER, "--set", "policy.div.designer-share-cap=0.5", "--set", "horizonMonths=24", "--save", saved.toString(), "-o", "json");
        String said = bench.data();
        bench.run("compare", INSURER, saved.toString(), "-o", "json");

        assertThat(exitCode).isZero();
        assertThat(Files.readString(saved)).contains("horizonMonths: 24", "div.designer-share-cap: 0.5");
        String compared = bench.data().substring(said.length());
        assertThat(compared.substring(compared.indexOf("\"status\""))).isEqualTo(said.substring(said.indexOf("\"status\"")));
    }

    @Test
    void savesNoMarketInAProfile() {
        Path saved = place.resolve("saved.yaml");

        int exitCode = bench.run("whatif", INSURER, "--set", "market.offers[*].price=+10%", "--save", saved.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.notes()).contains("a profile holds nothing of the market: market.offers[*].price", "--market");
        assertThat(saved).doesNotExist();
    }

    @Test
    void refusesWhatCannotBeSet() {
        int exitCode = bench.run("whatif", INSURER, "--set", "market.offers[provider=awz].price=+10%", "--set", "policy.div.designer-share-capp=1");

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("did you mean aws?", "did you mean policy.div.designer-share-cap?");
    }

    @Test
    void exitsWithFourIfNothingCouldBeDecidedThen() {
        int exitCode = bench.run("whatif", INSURER, "--set", "market.accelerators[*].memoryGiB=0.001");

        assertThat(exitCode).isEqualTo(4);
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("→ infeasible", "→ none", "which do not compare: not the same work is placed");
        assertThat(bench.data()).doesNotContain("\ntotal");
    }

    @Test
    void comparesOneProfileOnTwoDays() {
        int exitCode = bench.run("compare", INSURER, "--as-of", "2026-06-30", "--as-of", "2026-10-31", "--fail-on", "change");

        assertThat(exitCode).isEqualTo(5);
        assertThat(bench.data()).contains(INSURER + " as of 2026-06-30 → " + INSURER + " as of 2026-10-31", "as of: 2026-06-30 → 2026-10-31", "What differs");
    }

    @Test
    void comparesARecordWithWhatWouldBeDecidedNow() {
        Path record = place.resolve("record.json");
        bench.run("evaluate", INSURER, "-o", "json", "--out", record.toString());

        int exitCode = bench.run("compare", record.toString(), INSURER, "--fail-on", "change");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("Both rest on the same inputs.", "Nothing changes");
    }

    @Test
    void doesNotSubtractAmountsOfTwoCurrencies() throws IOException {
        Path dollars = place.resolve("dollars.json");
        Path euros = place.resolve("euros.json");
        bench.run("evaluate", INSURER, "-o", "json", "--out", dollars.toString());
        Files.writeString(euros, Files.readString(dollars).replace("\"currency\": \"USD\"", "\"currency\": \"EUR\"").replace("\"currency\":\"USD\"", "\"currency\":\"EUR\""));

        int exitCode = bench.run("compare", dollars.toString(), euros.toString());

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("currency: USD → EUR", "amounts are shown side by side and not subtracted", " USD → ", " EUR\n").doesNotContain("+0");
    }

    @Test
    void refusesToCompareWithNothing() {
        assertThat(bench.run("compare", INSURER)).isEqualTo(2);
        assertThat(bench.run("compare", INSURER, INSURER, "--as-of", "2026-06-30", "--as-of", "2026-06-30", "--as-of", "2026-06-30")).isEqualTo(2);

        assertThat(bench.notes()).contains("one profile is compared with nothing", "--as-of is given 3 times");
    }
}
