package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoCreditForLostGoodputTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-06").with("ctr.large-cluster", "4096");

    @Test
    void warnsJustOverTheLargeClusterSize() {
        rule.about(cluster(4097, false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksItAtExactlyThatSizeAndBelow() {
        rule.about(cluster(4096, false)).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(cluster(8, false)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWithACredit() {
        rule.about(cluster(4097, true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheTermsOrTheSize() {
        rule.about(cluster(8, null)).isUnknown("credits for lost goodput");
        rule.about(cluster(null, false)).isUnknown("accelerators needed");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(cluster(4097, false), "deal.committed", false)).doesNotApply();
    }

    private static Candidate cluster(Integer size, Boolean credit) {
        return candidate("deal.committed", true, "fit.accelerators", size, "deal.goodputCredit", credit);
    }
}
