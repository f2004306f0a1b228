package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PrepaymentAtRiskTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-05").with("ctr.prepaid-share-major", "0.25")
            .with("ctr.prepaid-share-minor", "0.15").with("vrk.z-score-safe", "2.60");

    @Test
    void warnsJustOverAQuarterToAJustWeakSupplier() {
        rule.about(prepaid("0.26", "2.59")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void onlyRemarksItAtExactlyAQuarterOrToASafeSupplierOrOneWithoutAScore() {
        rule.about(prepaid("0.25", "2.59")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(prepaid("0.26", "2.60")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(prepaid("0.26", null)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void remarksJustOverTheLowerBarAndStaysSilentAtIt() {
        rule.about(prepaid("0.16", "3")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(prepaid("0.15", "3")).staysSilent();
    }

    @Test
    void coversOrdersAsWellAsCommitments() {
        rule.about(with(with(prepaid("0.16", "3"), "deal.committed", false), "deal.ordered", true)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void asksAUnitOfAGroupForNoScore() {
        rule.about(with(prepaid("0.15", null), "provider.partOfGroup", true)).staysSilent();
        rule.about(prepaid("0.15", null)).isUnknown("Altman Z″ score");
    }

    @Test
    void isUnknownWhenTheContractDoesNotSay() {
        rule.about(prepaid(null, "3")).isUnknown("share paid in advance");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(prepaid("0.26", "1"), "deal.committed", false)).doesNotApply();
    }

    private static Candidate prepaid(String share, String score) {
        return candidate("deal.committed", true, "provider.name", "Cloud", "deal.prepaidShare", share, "provider.zScore", score);
    }
}
