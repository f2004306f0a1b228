package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CriticalWorkWithTheUnexaminedTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-14").with("vrk.critical-share", "0.5");

    @Test
    void remarksOnWorkJustAboveHalfCritical() {
        rule.about(work("0.51")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtHalf() {
        rule.about(work("0.5")).staysSilent();
    }

    @Test
    void doesNotApplyOnceSomethingIsOnFileOrNothingIsCritical() {
        rule.about(candidate("demand.critical", true, "provider.name", "Cloud", "demand.criticalShare", "0.9")).doesNotApply();
        rule.about(candidate("provider.unexamined", true, "provider.name", "Cloud", "demand.criticalShare", "0.9")).doesNotApply();
    }

    private static Candidate work(String critical) {
        return candidate("demand.critical", true, "provider.unexamined", true, "provider.name", "Cloud", "demand.criticalShare", critical);
    }
}
