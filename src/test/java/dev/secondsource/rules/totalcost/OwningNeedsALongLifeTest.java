package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwningNeedsALongLifeTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-07").with("tco.prudent-life-years", "5").with("tco.short-life-years", "3");

    @Test
    void warnsBeyondAPrudentLife() {
        rule.about(owned(true, "5.1")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverAShortLifeToAPrudentOne() {
        rule.about(owned(true, "3.1")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(owned(true, "5")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtAShortLife() {
        rule.about(owned(true, "3")).staysSilent();
    }

    @Test
    void leavesWhatDoesNotPayToAnotherRule() {
        rule.about(owned(false, "9")).staysSilent();
    }

    @Test
    void isUnknownIfNothingRentsIt() {
        rule.about(owned(null, null)).isUnknown("years of use");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("ownership.pays", true, "ownership.yearsToPay", "9")).doesNotApply();
    }

    private static Candidate owned(Boolean pays, String years) {
        return candidate("deal.owned", true, "ownership.pays", pays, "ownership.yearsToPay", years, "ownership.againstOffer", "a-rental");
    }
}
