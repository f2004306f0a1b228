package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlipCommandTest {
    @TempDir
    Path place;

    private final Session session = new Session();
    private final Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
    private final Bench bench = Bench.with(new FlipCommand(session, sources), new SensitivityCommand(session, sources), new WhatIfCommand(session, sources), new ProfileLoadCommand(session));
    private String market;
    private String serving;

    @BeforeEach
    void fewOffers() throws IOException {
        market = FewOffers.market(place).toString();
        serving = FewOffers.profile(place, "enterprise-serving-70b").toString();
    }

    @Test
    void printsTheSmallestFirstEachWithTheLineThatShowsIt() {
        int exitCode = bench.run("flip", serving, "--market", market, "--top", "1");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("The answer as things are", "Smallest changes that change it", "Cannot change it within its plausible range", "whatif " + serving + " --set")
                .containsPattern("Shown 1 of \\d+; --top shows more, json has all\\.");
    }

    @Test
    void givesDataWhoseSettingsAWhatIfReplays() {
        bench.run("flip", serving, "--market", market, "-o", "json");
        JsonNode flips = new JsonMapper().readTree(bench.data());
        JsonNode first = flips.get("flips").get(0);
        Bench again = Bench.with(new WhatIfCommand(new Session(), sources));
        List<String> words = new ArrayList<>(List.of("whatif", serving, "--market", market));
        first.get("set").forEach(set -> words.addAll(List.of("--set", set.asString())));

        int exitCode = again.run(words.toArray(String[]::new));

        assertThat(exitCode).isZero();
        assertThat(flips.get("schema").asString()).isEqualTo("flip/1");
        assertThat(first.get("then")).isNotEmpty();
        assertThat(first.get("partOfRange").asString()).isNotEmpty();
        assertThat(again.data()).doesNotContain("Nothing changes");
    }

    @Test
    void looksForTwoInputsTogetherIfAskedAndGivesTheLineThatShowsIt() {
        bench.run("flip", serving, "--market", market, "-o", "json");
        JsonNode without = new JsonMapper().readTree(bench.data());
        Bench asked = Bench.with(new FlipCommand(new Session(), sources));
        asked.run("flip", serving, "--market", market, "--pairs", "-o", "json");
        JsonNode pairs = new JsonMapper().readTree(asked.data()).get("pairs");
        JsonNode first = pairs.get("found").get(0);
        Bench again = Bench.with(new WhatIfCommand(new Session(), sources));
        List<String> words = new ArrayList<>(List.of("whatif", serving, "--market", market));
        first.get("set").forEach(set -> words.addAll(List.of("--set", set.asString())));

        int exitCode = again.run(words.toArray(String[]::new));

        assertThat(exitCode).isZero();
        assertThat(without.get("pairs").isNull()).isTrue();
        assertThat(pairs.get("tried")).hasSizeBetween(2, 6);
        assertThat(first.get("set")).hasSize(2);
        assertThat(first.get("inputs")).hasSize(2);
        assertThat(again.data()).doesNotContain("Nothing changes");
    }

    @Test
    void saysWhichPairsWereTriedAndThatASmallerChangeMayLieBetween() {
        int exitCode = bench.run("flip", serving, "--market", market, "--pairs", "--top", "1");

        assertThat(exitCode).isZero();
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("Two inputs together that change it with less than either alone", ", while the ", "Tried: 4 inputs", "A smaller change may lie between the steps");
    }

    @Test
    void takesTheProfileAtHand() throws IOException {
        int exitCode = bench.runScript("profile load " + serving + "\nflip --market " + market + " -o csv\nsensitivity -o csv --market " + market + "\n");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("input,subject,aspect,", "input,subject,unit,now,low,high,");
    }

    @Test
    void drawsATornado() {
        int exitCode = bench.run("sensitivity", serving, "--market", market);

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("demand of serve", "│", "░", "█", "Cost a month against now in USD");
    }

    @Test
    void givesTheTornadoAsData() {
        bench.run("sensitivity", serving, "--market", market, "-o", "json");

        JsonNode data = new JsonMapper().readTree(bench.data());
        assertThat(data.get("schema").asString()).isEqualTo("sensitivity/1");
        JsonNode demand = data.get("inputs").valueStream().filter(i -> i.get("input").asString().equals("DEMAND")).findFirst().orElseThrow();
        assertThat(new java.math.BigDecimal(demand.get("low").asString())).isEqualByComparingTo("20000");
        assertThat(new java.math.BigDecimal(demand.get("high").asString())).isEqualByComparingTo("45000");
        assertThat(new java.math.BigDecimal(demand.get("moreAtLow").get("amount").asString())).isNegative();
        assertThat(new java.math.BigDecimal(demand.get("moreAtHigh").get("amount").asString())).isPositive();
    }
}
