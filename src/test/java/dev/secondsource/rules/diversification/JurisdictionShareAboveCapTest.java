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

class JurisdictionShareAboveCapTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-07")
            .with("div.jurisdiction-share-cap", "0.65")
            .with("div.jurisdiction-hard-cap", "0.9");

    @Test
    void needsAnOverrideAboveTheBuyersHardCap() {
        rule.about(foreign("0.901")).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void isAConditionAboveTheSoftCapAndExactlyAtTheHardOne() {
        rule.about(foreign("0.651")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(foreign("0.9")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isOnlySaidToABuyerWhoNamesNoLaw() {
        Exposure unnamed = with(foreign("0.95"), "lawNamed", false);

        assertThat(rule.about(unnamed).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("does not say");
        rule.about(with(unnamed, "largestShare", "0.65")).staysSilent();
    }

    @Test
    void staysSilentAtTheSoftCap() {
        rule.about(foreign("0.65")).staysSilent();
    }

    @Test
    void isUnknownIfNothingIsKnownOfTheLayer() {
        rule.about(with(exposure(Layer.JURISDICTION), "lawNamed", true)).isUnknown("share of the largest");
    }

    @Test
    void isNotAboutALawTheBuyerAsksForNorOtherLayers() {
        rule.about(with(foreign("1"), "ownSide", true)).doesNotApply();
        rule.about(with(foreign("1"), "layer", Layer.PROVIDER)).doesNotApply();
    }

    private static Exposure foreign(String share) {
        return with(with(with(exposure(Layer.JURISDICTION), "largest", "US"), "largestShare", share), "lawNamed", true);
    }
}
