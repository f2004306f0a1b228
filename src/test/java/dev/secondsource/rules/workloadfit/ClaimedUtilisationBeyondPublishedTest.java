package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ClaimedUtilisationBeyondPublishedTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-07").with("fit.credible-mfu", "0.60");

    @Test
    void doubtsAVendorsClaimAboveWhatAnyoneHasPublished() {
        Finding finding = rule.about(claim("0.686")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("68.6 % of peak");
        assertThat(finding.mitigation()).contains("the buyer's own model");
    }

    @Test
    void believesAClaimExactlyAtTheBar() {
        rule.about(claim("0.601")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(claim("0.60")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheShareOfPeak() {
        rule.about(claim(null)).isUnknown("share of peak arithmetic");
    }

    @Test
    void isNotAboutIndependentMeasurementsNorAboutServing() {
        rule.about(with(claim("0.70"), "fit.speedClaimed", false)).doesNotApply();
        rule.about(with(claim("0.70"), "demand.training", false)).doesNotApply();
    }

    private static Candidate claim(String share) {
        Candidate candidate = with(with(candidate(), "demand.training", true), "fit.speedClaimed", true);
        return with(candidate, "fit.trainingUtilisation", share);
    }
}
