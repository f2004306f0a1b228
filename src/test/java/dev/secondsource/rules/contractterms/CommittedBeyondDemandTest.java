package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CommittedBeyondDemandTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-01").with("ctr.committed-share-major", "1.00").with("ctr.committed-share-minor", "0.80");

    @Test
    void warnsJustAboveTheExpectedDemand() {
        rule.about(committed("1.01")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverFourFifthsToExactlyAll() {
        rule.about(committed("0.81")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(committed("1.00")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyFourFifths() {
        rule.about(committed("0.80")).staysSilent();
    }

    @Test
    void isUnknownWhenTheContractDoesNotSay() {
        rule.about(committed(null)).isUnknown("committed volume relative to the expected demand");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(committed("1.01"), "deal.committed", false)).doesNotApply();
    }

    private static Candidate committed(String share) {
        return candidate("deal.committed", true, "deal.committedShareOfDemand", share);
    }
}
