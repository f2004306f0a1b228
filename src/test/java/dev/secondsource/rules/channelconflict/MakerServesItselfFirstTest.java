package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class MakerServesItselfFirstTest {
    private final RuleVerifier rule = RuleVerifier.of("CHN-03").with("chn.first-party-share", "0.50");

    @Test
    void warnsJustOverHalfIfLatenessCostsTheMakerNothing() {
        rule.about(soldOut("0.51", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyHalf() {
        rule.about(soldOut("0.50", false)).staysSilent();
    }

    @Test
    void staysSilentIfLatenessCostsDamages() {
        rule.about(soldOut("0.51", true)).staysSilent();
    }

    @Test
    void asksNothingOfAPartThatIsNotSoldOut() {
        rule.about(with(soldOut("0.51", false), "supply.soldOut", false)).doesNotApply();
    }

    @Test
    void isUnknownWithoutTheMakersShareOrTheContract() {
        rule.about(soldOut(null, false)).isUnknown("share of its output the designer uses itself");
        rule.about(soldOut("0.51", null)).isUnknown("damages for late delivery");
    }

    /** One fact, two sides: that others want the part is told beside it. */
    @Test
    void leavesItToAnotherRuleToSayThatSoldOutSpeaksForThePart() {
        RuleVerifier.of("MAT-08").about(soldOut("0.51", false)).fires(Severity.MINOR, Effect.FOR);
    }

    private static Candidate soldOut(String share, Boolean damages) {
        return candidate("supply.soldOut", true, "designer.name", "Maker", "supply.firstPartyShare", share, "deal.deliveryMilestones", damages);
    }
}
