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

class ConcentratedOnFewTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-08")
            .with("div.single-source-effective", "1.25")
            .with("div.few-sources-effective", "1.5")
            .with("div.spread-effective", "2");

    @Test
    void callsItASingleSourceBelowTheLowestBand() {
        rule.about(spread("1.249")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    /** 80/20 has an HHI of 6 800. */
    @Test
    void findsEightyTwentyThin() {
        assertThat(rule.about(with(spread("1.4706"), "hhi", "6800")).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("1.471", "6 800 points");
        rule.about(spread("1.25")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentBetweenThinAndSpread() {
        rule.about(spread("1.5")).staysSilent();
        rule.about(spread("1.999")).staysSilent();
    }

    @Test
    void speaksForTwoEqualHalves() {
        rule.about(spread("2")).fires(Severity.MINOR, Effect.FOR);
        rule.about(with(spread("2"), "layer", Layer.PROVIDER)).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void isUnknownWithoutTheConcentration() {
        rule.about(exposure(Layer.DESIGNER)).isUnknown("effective number");
    }

    @Test
    void isNotAboutOtherLayersNorTheBuyersOwnHall() {
        rule.about(with(spread("1"), "layer", Layer.FOUNDRY)).doesNotApply();
        rule.about(with(with(spread("1"), "layer", Layer.PROVIDER), "ownSide", true)).doesNotApply();
    }

    private static Exposure spread(String effective) {
        Exposure known = with(with(exposure(Layer.DESIGNER), "largest", "nvidia"), "largestShare", "0.5");
        return with(with(known, "effectiveNumber", effective), "hhi", "5000");
    }
}
