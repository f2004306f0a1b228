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

class DesignerShareAboveCapTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-01")
            .with("div.designer-share-cap", "0.65")
            .with("div.designer-hard-cap", "0.80");

    @Test
    void needsAnOverrideAboveTheHardCap() {
        rule.about(designer("0.801")).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void isAConditionAboveTheSoftCapAndExactlyAtTheHardOne() {
        assertThat(rule.about(designer("0.80")).fires(Severity.MAJOR, Effect.AGAINST).sentence()).contains("80 %", "cap of 0.65");
        rule.about(designer("0.651")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheSoftCap() {
        rule.about(designer("0.65")).staysSilent();
    }

    @Test
    void isUnknownIfNothingIsKnownOfTheLayer() {
        rule.about(exposure(Layer.DESIGNER)).isUnknown("share of the largest");
    }

    @Test
    void isNotAboutOtherLayers() {
        rule.about(with(designer("0.9"), "layer", Layer.PROVIDER)).doesNotApply();
    }

    private static Exposure designer(String share) {
        return with(with(exposure(Layer.DESIGNER), "largest", "nvidia"), "largestShare", share);
    }
}
