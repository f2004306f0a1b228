package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class RoadmapSlipsTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-08").with("vrk.slip-quarters-major", "2").with("vrk.slip-quarters-minor", "1");

    @Test
    void warnsJustOverTwoQuarters() {
        rule.about(designer("2.1")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverOneToExactlyTwo() {
        rule.about(designer("1.1")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(designer("2")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyOneQuarter() {
        rule.about(designer("1")).staysSilent();
    }

    @Test
    void isUnknownWithoutASlip() {
        rule.about(designer(null)).isUnknown("mean slip");
    }

    private static Candidate designer(String quarters) {
        return candidate("designer.name", "Maker", "designer.meanSlipQuarters", quarters);
    }
}
