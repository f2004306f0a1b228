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

class ConcentrationIsSystemicTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-12")
            .with("div.avoidable-points", "300")
            .with("div.few-sources-effective", "1.5");

    @Test
    void callsWhatCannotBeAvoidedSystemic() {
        assertThat(rule.about(concentrated("300", "1.499")).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("designer layer");
    }

    @Test
    void staysSilentWhereMoreCouldBeAvoidedOrLittleIsConcentrated() {
        rule.about(concentrated("301", "1")).staysSilent();
        rule.about(concentrated("0", "1.5")).staysSilent();
    }

    @Test
    void defeatsTheChargeOfConcentration() {
        assertThat(rule.about(concentrated("0", "1")).rule().defeats()).containsExactly("DIV-08");
    }

    @Test
    void isUnknownWithoutWhatCouldBeAvoided() {
        rule.about(with(concentrated("0", "1"), "avoidable", null)).isUnknown("could be avoided");
    }

    @Test
    void isNotAboutTheFoundryNorTheBuyersOwnHall() {
        rule.about(with(concentrated("0", "1"), "layer", Layer.FOUNDRY)).doesNotApply();
        rule.about(with(concentrated("0", "1"), "ownSide", true)).doesNotApply();
    }

    private static Exposure concentrated(String avoidable, String effective) {
        return with(with(with(exposure(Layer.DESIGNER), "hhi", "10000"), "avoidable", avoidable), "effectiveNumber", effective);
    }
}
