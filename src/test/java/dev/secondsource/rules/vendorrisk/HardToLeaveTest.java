package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class HardToLeaveTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-10").with("vrk.exit-months-major", "6").with("vrk.exit-months-minor", "3");

    @Test
    void warnsAboveHalfAYear() {
        rule.about(stack("6.1")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverAQuarterToHalfAYear() {
        rule.about(stack("3.1")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(stack("6")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtAQuarter() {
        rule.about(stack("3")).staysSilent();
    }

    @Test
    void isUnknownIfNobodyCouldDoIt() {
        rule.about(stack(null)).isUnknown("time to leave");
    }

    private static Candidate stack(String months) {
        return candidate("software.stack", "cuda", "porting.monthsToLeave", months);
    }
}
