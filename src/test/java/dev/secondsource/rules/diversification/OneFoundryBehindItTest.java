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

class OneFoundryBehindItTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-03")
            .with("div.foundry-share-line", "0.80")
            .with("div.avoidable-points", "300")
            .with("div.foundry-market-share", "0.70");

    @Test
    void isAConditionWhereItCouldBeAvoided() {
        rule.about(chosen("0.81", "301")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isNotedWhereItCouldHardlyBeAvoided() {
        rule.about(chosen("0.81", "300")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void isNotedAsTheMarketsWhereThereIsNoChoice() {
        assertThat(rule.about(foundry("0.81")).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("no eligible offer", "with 0.7 of");
    }

    @Test
    void staysSilentAtTheLine() {
        rule.about(foundry("0.80")).staysSilent();
        rule.about(chosen("0.80", "5000")).staysSilent();
    }

    @Test
    void isUnknownWhereWhatIsNotDisclosedCouldDecide() {
        Exposure dark = with(with(foundry("0.65"), "undisclosed", "0.35"), "mostPossible", "1");

        assertThat(rule.about(dark).isUnknown("nobody discloses the foundry").sentence()).contains("35 %");
        rule.about(exposure(Layer.FOUNDRY)).isUnknown("share of the largest");
        rule.about(with(with(foundry("0.85"), "choice", true), "undisclosed", "0.15")).isUnknown("could be avoided");
    }

    @Test
    void isNotAboutOtherLayers() {
        rule.about(with(foundry("1"), "layer", Layer.DESIGNER)).doesNotApply();
    }

    private static Exposure foundry(String share) {
        Exposure known = with(with(exposure(Layer.FOUNDRY), "largest", "tsmc"), "largestShare", share);
        return with(with(known, "undisclosed", "0"), "mostPossible", share);
    }

    private static Exposure chosen(String share, String avoidable) {
        return with(with(foundry(share), "choice", true), "avoidable", avoidable);
    }
}
