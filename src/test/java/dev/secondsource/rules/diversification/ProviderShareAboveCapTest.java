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

class ProviderShareAboveCapTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-02")
            .with("div.provider-share-cap", "0.65")
            .with("div.provider-hard-cap", "0.80");

    @Test
    void needsAnOverrideAboveTheHardCap() {
        rule.about(provider("0.801")).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void isAConditionAboveTheSoftCapAndExactlyAtTheHardOne() {
        assertThat(rule.about(provider("0.80")).fires(Severity.MAJOR, Effect.AGAINST).sentence()).contains("80 %", "cap of 0.65");
        rule.about(provider("0.651")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheSoftCap() {
        rule.about(provider("0.65")).staysSilent();
    }

    @Test
    void isUnknownIfNothingIsKnownOfTheLayer() {
        rule.about(exposure(Layer.PROVIDER)).isUnknown("share of the largest");
    }

    @Test
    void isNotAboutOtherLayersNorTheBuyersOwnHall() {
        rule.about(with(provider("0.9"), "layer", Layer.DESIGNER)).doesNotApply();
        rule.about(with(provider("1"), "ownSide", true)).doesNotApply();
    }

    private static Exposure provider(String share) {
        return with(with(exposure(Layer.PROVIDER), "largest", "aws"), "largestShare", share);
    }
}
