package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SoldBeforeProvenAtHomeTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-09").with("mat.level-sandbox", "1");

    @Test
    void warnsAtExactlyTheSandboxLevel() {
        rule.about(sold(1)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(sold(0)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentOnceTheMakerRunsIt() {
        rule.about(sold(2)).staysSilent();
    }

    @Test
    void isUnknownWithoutALevel() {
        rule.about(sold(null)).isUnknown("maturity level");
    }

    @Test
    void isNotAboutPartsThatAreNotSold() {
        rule.about(with(sold(1), "maturity.soldExternally", false)).doesNotApply();
    }

    /** One customer more, if of the other kind of work, would otherwise count twice against the part. */
    @Test
    void leavesProductionOfTheOtherKindOfWorkToMat07() {
        rule.about(with(sold(1), "maturity.proofIsForOtherWork", true)).doesNotApply();
    }

    private static Candidate sold(Integer level) {
        return candidate("maturity.soldExternally", true, "maturity.proofIsForOtherWork", false, "maturity.level", level);
    }
}
