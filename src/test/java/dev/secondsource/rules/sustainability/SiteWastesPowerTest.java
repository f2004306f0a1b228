package dev.secondsource.rules.sustainability;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SiteWastesPowerTest {
    private final RuleVerifier rule = RuleVerifier.of("SUS-01").with("sus.mean-pue", "1.54");

    @Test
    void blocksWhatTheLawForbidsToday() {
        rule.about(held("1.51", "1.5")).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void remarksOnWhatTheLawWillForbid() {
        rule.about(toBeHeld("1.31", "1.3")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void remarksAboveTheMeanIfEnergyMatters() {
        rule.about(candidate("sustainability.weighed", true, "sustainability.pue", "1.55")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheCeilingAndAtTheMean() {
        rule.about(held("1.5", "1.5")).staysSilent();
        rule.about(toBeHeld("1.3", "1.3")).staysSilent();
        rule.about(candidate("sustainability.weighed", true, "sustainability.pue", "1.54")).staysSilent();
    }

    @Test
    void isUnknownWithoutAPue() {
        rule.about(held(null, "1.5")).isUnknown("power usage effectiveness");
    }

    @Test
    void doesNotApplyWhereNoLawBindsAndEnergyDoesNotMatter() {
        rule.about(candidate("deal.owned", true, "sustainability.pue", "2")).doesNotApply();
    }

    private static Candidate held(String pue, String ceiling) {
        return candidate("deal.owned", true, "sustainability.ceilingInForce", true, "sustainability.pue", pue, "sustainability.ceiling", ceiling);
    }

    private static Candidate toBeHeld(String pue, String ceiling) {
        return candidate("deal.owned", true, "sustainability.ceilingAhead", true, "sustainability.pue", pue, "sustainability.ceilingByHorizon", ceiling);
    }
}
