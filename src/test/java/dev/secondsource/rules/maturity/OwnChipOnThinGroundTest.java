package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwnChipOnThinGroundTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-11").with("mat.own-chip-displaced-spend", "1000000000");

    @Test
    void warnsJustUnderABillionAYear() {
        rule.about(own("999000000", true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void warnsIfTheLeadTeamIsGoneHoweverMuchIsDisplaced() {
        rule.about(own("5000000000", false)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(own(null, false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyABillionWithTheTeamInPlace() {
        rule.about(own("1000000000", true)).staysSilent();
    }

    @Test
    void isUnknownIfTheProfileDoesNotSay() {
        rule.about(own(null, true)).isUnknown("spend a year that the chip displaces");
        rule.about(own("5000000000", null)).isUnknown("whether the people who lead its design are still there");
    }

    @Test
    void asksNothingOfAChipOfAnybodyElse() {
        rule.about(with(own("1", false), "ownChip.ofTheBuyer", false)).doesNotApply();
    }

    private static Candidate own(String spend, Boolean kept) {
        return candidate("ownChip.ofTheBuyer", true, "ownChip.displacedPerYear", spend, "ownChip.leadTeamKept", kept);
    }
}
