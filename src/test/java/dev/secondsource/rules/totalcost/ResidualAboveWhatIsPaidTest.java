package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ResidualAboveWhatIsPaidTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-08").with("tco.residual-share", "0.35");

    @Test
    void remarksJustAboveWhatIsQuoted() {
        rule.about(owned("0.36")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtWhatIsQuoted() {
        rule.about(owned("0.35")).staysSilent();
    }

    @Test
    void isUnknownWithoutAPlan() {
        rule.about(owned(null)).isUnknown("share of its price");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("ownership.residualShare", "0.5")).doesNotApply();
    }

    private static Candidate owned(String share) {
        return candidate("deal.owned", true, "ownership.residualShare", share);
    }
}
