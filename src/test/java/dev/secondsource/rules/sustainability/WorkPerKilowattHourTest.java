package dev.secondsource.rules.sustainability;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class WorkPerKilowattHourTest {
    private final RuleVerifier rule = RuleVerifier.of("SUS-05").with("sus.energy-win", "0.8").with("sus.energy-loss", "1.25");

    @Test
    void speaksForAFifthLessEnergy() {
        rule.about(chip(true, "0.8")).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void speaksAgainstAQuarterMore() {
        rule.about(chip(true, "1.25")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentBetween() {
        rule.about(chip(true, "0.81")).staysSilent();
        rule.about(chip(true, "1.24")).staysSilent();
    }

    @Test
    void isUnknownWithoutPowers() {
        rule.about(chip(true, null)).isUnknown("energy");
    }

    @Test
    void doesNotApplyWherePowerIsPlenty() {
        rule.about(chip(false, "0.5")).doesNotApply();
    }

    private static Candidate chip(boolean limited, String ratio) {
        return candidate("deal.owned", true, "challenger", true, "sustainability.powerLimited", limited, "comparison.energyRatio", ratio);
    }
}
