package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.exposure;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OneMemoryMakerBehindItTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-04")
            .with("div.memory-share-cap", "0.65")
            .with("div.memory-market-share", "0.62");

    @Test
    void isAConditionAboveTheCap() {
        rule.about(maker("0.651")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheCap() {
        rule.about(maker("0.65")).staysSilent();
    }

    @Test
    void isUnknownWhereTheMakerIsNotDisclosedAndTellsTheMarketsSplit() {
        Exposure dark = with(with(exposure(Layer.MEMORY), "undisclosed", "1"), "mostPossible", "1");

        assertThat(rule.about(dark).isUnknown("nobody discloses who makes the memory").sentence()).contains("biggest had 0.62");
    }

    @Test
    void takesNothingUndisclosedForAShare() {
        Exposure half = with(with(maker("0.5"), "undisclosed", "0.15"), "mostPossible", "0.65");

        rule.about(half).staysSilent();
        rule.about(with(half, "mostPossible", "0.66")).isUnknown("nobody discloses");
    }

    @Test
    void isNotAboutOtherLayers() {
        rule.about(with(maker("1"), "layer", Layer.FOUNDRY)).doesNotApply();
    }

    private static Exposure maker(String share) {
        Exposure known = with(with(exposure(Layer.MEMORY), "largest", "sk-hynix"), "largestShare", share);
        return with(with(known, "undisclosed", "0"), "mostPossible", share);
    }
}
