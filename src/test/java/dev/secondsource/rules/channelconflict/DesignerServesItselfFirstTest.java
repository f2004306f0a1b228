package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerServesItselfFirstTest {
    private final RuleVerifier rule = RuleVerifier.of("CHN-03").with("chn.first-party-share", "0.50");

    @Test
    void warnsJustOverHalfWithNothingReserved() {
        rule.about(soldOut("0.501")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void warnsOfAReservationWithoutARemedy() {
        rule.about(with(with(soldOut("0.6"), "deal.ordered", true), "deal.deliveryMilestones", false)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(with(with(soldOut("0.6"), "deal.committed", true), "deal.deliveryMilestones", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyHalfOrWithARemedy() {
        rule.about(soldOut("0.50")).staysSilent();
        rule.about(with(with(soldOut("0.6"), "deal.ordered", true), "deal.deliveryMilestones", true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheShareOrTheTerms() {
        rule.about(soldOut(null)).isUnknown("share of its output the designer uses itself");
        rule.about(with(soldOut("0.6"), "deal.ordered", true)).isUnknown("damages for late delivery");
    }

    @Test
    void isNotAboutPartsThatAreToBeHad() {
        rule.about(with(soldOut("0.6"), "supply.soldOut", false)).doesNotApply();
    }

    private static Candidate soldOut(String share) {
        return candidate("supply.soldOut", true, "designer.name", "Maker", "supply.firstPartyShare", share);
    }
}
