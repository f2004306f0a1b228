package dev.secondsource.rules.costperformance;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ClaimAlreadyHoldsTheSpeedTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-07").with("cpf.win-rho", "0.90");

    @Test
    void turnsAPricePerformanceClaimIntoAUnitCostOnce() {
        Finding finding = rule.about(claimOnly("0.816")).fires(Severity.MINOR, Effect.FOR);

        assertThat(finding.sentence()).contains("30 %", "0.769", "0.816");
    }

    @Test
    void believesAClaimUpToTheBar() {
        rule.about(claimOnly("0.90")).fires(Severity.MINOR, Effect.FOR);
        rule.about(claimOnly("0.901")).staysSilent();
    }

    @Test
    void namesAClaimThatPriceAndSpeedDoNotBearOut() {
        Finding finding = rule.about(compared("0.769", "0.901")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("claims 30 %", "make it 0.901");
    }

    @Test
    void staysSilentOnAClaimBorneOutOrTooSmallToMatter() {
        rule.about(compared("0.769", "0.90")).staysSilent();
        rule.about(compared("0.901", "0.95")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheClaimedGain() {
        rule.about(with(claimOnly("0.816"), "comparison.claimedGain", null)).isUnknown("claimed price-performance gain");
    }

    @Test
    void isNotAboutTheIncumbent() {
        rule.about(with(claimOnly("0.816"), "challenger", false)).doesNotApply();
    }

    @Test
    void isNotAboutAChallengerNobodyMakesAClaimFor() {
        rule.about(with(compared("0.769", "0.95"), "comparison.claimed", false)).doesNotApply();
    }

    private static Candidate claimOnly(String believed) {
        return with(with(claimed("0.769"), "comparison.claimOnly", true), "comparison.rhoByClaimAfterHaircut", believed);
    }

    private static Candidate compared(String byClaim, String rho) {
        return with(claimed(byClaim), "comparison.rho", rho);
    }

    private static Candidate claimed(String byClaim) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.claimed", true);
        return with(with(candidate, "comparison.claimedGain", "0.30"), "comparison.rhoByClaim", byClaim);
    }
}
