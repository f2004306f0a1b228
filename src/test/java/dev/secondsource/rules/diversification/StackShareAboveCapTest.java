package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.exposure;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class StackShareAboveCapTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-06")
            .with("div.stack-share-cap", "0.80");

    @Test
    void isAConditionAboveTheCap() {
        rule.about(stack("0.801")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheCap() {
        rule.about(stack("0.80")).staysSilent();
    }

    @Test
    void isUnknownIfNothingIsKnownOfTheLayer() {
        rule.about(exposure(Layer.STACK)).isUnknown("share of the largest");
    }

    @Test
    void isNotAboutOtherLayers() {
        rule.about(with(stack("0.9"), "layer", Layer.DESIGNER)).doesNotApply();
    }

    private static Exposure stack(String share) {
        return with(with(exposure(Layer.STACK), "largest", "cuda"), "largestShare", share);
    }
}
