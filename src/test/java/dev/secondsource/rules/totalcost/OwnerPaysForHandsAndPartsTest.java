package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwnerPaysForHandsAndPartsTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-10").with("tco.overhead-share", "0.25");

    @Test
    void remarksJustAboveTheBar() {
        rule.about(owned("0.26")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(owned("0.25")).staysSilent();
    }

    @Test
    void isUnknownWithoutABill() {
        rule.about(owned(null)).isUnknown("staff and spares");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("ownership.overheadShare", "0.9")).doesNotApply();
    }

    private static Candidate owned(String share) {
        return candidate("deal.owned", true, "ownership.overheadShare", share);
    }
}
