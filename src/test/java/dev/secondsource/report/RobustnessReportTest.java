package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.decision.Decision;
import dev.secondsource.quantity.Proportion;
import dev.secondsource.sensitivity.WeightRobustness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RobustnessReportTest {
    private static final Decision BASE = Shipped.decision(Shipped.profile("frontier-lab"));
    private static final List<WeightRobustness> ROBUSTNESS = WeightRobustness.of(BASE, 500, 1);

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 160})
    void keepsToTheWidthOfThePage(int width) {
        String text = RobustnessReport.text(ROBUSTNESS, new Page(width, false, 5));

        assertThat(text.lines()).allMatch(line -> Text.columns(line) <= width);
    }

    @Test
    void hasASectionForEachWorkloadAndSaysHowItWasDrawn() {
        String text = flat(RobustnessReport.text(ROBUSTNESS, new Page(100, false, 5)));

        ROBUSTNESS.forEach(r -> assertThat(text).contains("WEIGHTS of " + r.workload() + ":", r.competing() + " for " + r.workload()));
        assertThat(text).contains("500 draws from seed 1", "ranking.tie-score", "ranking.robust-share");
    }

    /** One of the lab's workloads has a single candidate with the winner's verdict: being first there is no merit of the weights. */
    @Test
    void callsNothingRobustThatHasNoRival() {
        List<WeightRobustness> alone = ROBUSTNESS.stream().filter(r -> r.competing() == 1).toList();

        String text = flat(RobustnessReport.text(alone, new Page(100, false, 5)));

        assertThat(alone).hasSize(1);
        assertThat(text).contains("It alone has the verdict ACCEPT, so no weights can put another first.").doesNotContain("Robust:");
    }

    @Test
    void saysThatNothingLeads() {
        assertThat(RobustnessReport.text(List.of(), new Page(100, false, 5))).contains("there is no winner to try");
    }

    @Test
    void namesTheRobustOfferOrWhatIsRobustBehindIt() {
        List<Optional<Acceptability.First>> draws = new java.util.ArrayList<>();
        Acceptability.First one = first(0, "amd");
        Acceptability.First other = new Acceptability.First(dev.secondsource.rules.Facts.with(one.offer(), "id", "other"), "amd");
        for (int i = 0; i < 100; i++) draws.add(Optional.of(i < 60 ? one : other));

        String split = Firsts.verdict(Acceptability.of(draws, Optional.of(one), BASE.policy()), new Proportion(0, 100), "draws");
        String clear = Firsts.verdict(Acceptability.of(draws.subList(0, 60), Optional.of(one), BASE.policy()), new Proportion(50, 100), "draws");
        String usurped = Firsts.verdict(Acceptability.of(draws.subList(0, 60), Optional.of(other), BASE.policy()), new Proportion(0, 100), "draws");

        assertThat(split).startsWith("No robust winner: no offer is first in at least 70 % of draws (ranking.robust-share).").contains("Robust is the accelerator, " + one.offer().accelerator());
        assertThat(clear).startsWith("Robust: ").contains("But often by next to nothing", "call it a tie");
        assertThat(usurped).contains(", which is not the answer, is first");
    }

    /** 68 of 100 lies between 58 and 76: whether that is 70 or more another hundred may tell. */
    @Test
    void saysWhenMoreDrawsMaySayOtherwise() {
        List<Optional<Acceptability.First>> draws = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) draws.add(Optional.of(first(i < 68 ? 0 : 1, i < 68 ? "amd" : "nvidia")));

        String open = Firsts.verdict(Acceptability.of(draws, Optional.of(first(0, "amd")), BASE.policy()), new Proportion(0, 100), "draws");

        assertThat(open).startsWith("No robust winner").contains("The threshold lies within the interval: more draws may say otherwise.", "Nor is any accelerator or designer.");
    }

    @Test
    void isAPartOfARecord() {
        JsonNode weights = JsonMapper.shared().readTree(Json.object(json -> RobustnessReport.json(json, ROBUSTNESS))).get("weights");

        assertThat(weights).hasSize(ROBUSTNESS.size());
        JsonNode first = weights.get(0);
        assertThat(first.get("draws").intValue()).isEqualTo(500);
        assertThat(first.get("meanWeights")).hasSize(6);
        assertThat(first.get("offers").get(0).get("first").stringValue()).isEqualTo(ROBUSTNESS.get(0).acceptability().offers().get(0).name());
        assertThat(new BigDecimal(first.get("robustShare").stringValue())).isEqualByComparingTo("0.7");
    }

    private static Acceptability.First first(int workload, String designer) {
        return new Acceptability.First(BASE.workloads().get(workload).winner().orElseThrow().offer(), designer);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
