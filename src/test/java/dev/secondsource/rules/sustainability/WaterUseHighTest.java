package dev.secondsource.rules.sustainability;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class WaterUseHighTest {
    private final RuleVerifier rule = RuleVerifier.of("SUS-04").with("sus.water-litres", "0.2");

    @Test
    void notesJustAboveTheBar() {
        rule.about(provider("0.21")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(provider("0.2")).staysSilent();
    }

    @Test
    void isUnknownWithoutAReport() {
        rule.about(provider(null)).isUnknown("water use");
    }

    @Test
    void doesNotApplyIfEnergyDoesNotMatter() {
        rule.about(candidate("provider.name", "Cloud", "sustainability.litresPerKwh", "2")).doesNotApply();
    }

    private static Candidate provider(String litres) {
        return candidate("sustainability.weighed", true, "provider.name", "Cloud", "sustainability.litresPerKwh", litres);
    }
}
