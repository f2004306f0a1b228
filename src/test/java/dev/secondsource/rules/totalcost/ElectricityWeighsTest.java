package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ElectricityWeighsTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-06").with("tco.electricity-share", "0.15");

    @Test
    void remarksJustAboveTheBar() {
        rule.about(owned("0.151")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(owned("0.15")).staysSilent();
    }

    @Test
    void isUnknownWithoutABill() {
        rule.about(owned(null)).isUnknown("electricity");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("ownership.electricityShare", "0.5")).doesNotApply();
    }

    private static Candidate owned(String share) {
        return candidate("deal.owned", true, "ownership.electricityShare", share, "sustainability.pue", "1.2");
    }
}
