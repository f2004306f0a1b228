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

class ConcentrationRisesTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-09")
            .with("div.rise-points", "100")
            .with("div.few-sources-effective", "1.5")
            .with("div.spread-effective", "2");

    @Test
    void isARemarkWhenItRisesToFew() {
        assertThat(rule.about(rise("101", "1.499")).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("merger review", "borrowed");
    }

    @Test
    void isNotedWhenItRisesToLessThanTwo() {
        rule.about(rise("101", "1.5")).fires(Severity.NOTE, Effect.AGAINST);
        rule.about(rise("101", "1.999")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheStepAndWhereTwoEqualSuppliersRemain() {
        rule.about(rise("100", "1.2")).staysSilent();
        rule.about(rise("3000", "2")).staysSilent();
    }

    @Test
    void isUnknownWhereTheAllocationIsNotDisclosed() {
        rule.about(with(rise("101", "1.2"), "rise", null)).isUnknown("rise of the concentration");
    }

    @Test
    void isNotAboutABuyerWithoutAFleetNorOtherLayers() {
        rule.about(with(rise("101", "1.2"), "knownBefore", false)).doesNotApply();
        rule.about(with(rise("101", "1.2"), "layer", Layer.FOUNDRY)).doesNotApply();
        rule.about(with(rise("101", "1.2"), "ownSide", true)).doesNotApply();
    }

    private static Exposure rise(String points, String effective) {
        Exposure known = with(with(exposure(Layer.DESIGNER), "knownBefore", true), "hhiBefore", "5000");
        return with(with(with(known, "hhi", "6000"), "rise", points), "effectiveNumber", effective);
    }
}
