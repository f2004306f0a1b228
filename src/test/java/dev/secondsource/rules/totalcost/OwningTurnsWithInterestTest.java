package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwningTurnsWithInterestTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-11").with("cost.capital-cost-rise", "0.05");

    @Test
    void warnsIfFivePointsTurnTheCase() {
        rule.about(owned(true, false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentIfTheCaseHolds() {
        rule.about(owned(true, true)).staysSilent();
    }

    @Test
    void staysSilentIfThereIsNoCase() {
        rule.about(owned(false, false)).staysSilent();
    }

    @Test
    void isUnknownIfNothingRentsIt() {
        rule.about(owned(null, null)).isUnknown("cost of capital");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("ownership.paysAtRate", true, "ownership.paysIfRateRises", false)).doesNotApply();
    }

    private static Candidate owned(Boolean now, Boolean then) {
        return candidate("deal.owned", true, "ownership.paysAtRate", now, "ownership.paysIfRateRises", then, "ownership.againstOffer", "a-rental");
    }
}
