package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class NotOfferedForThisWorkTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-12");

    @Test
    void refusesSiliconForInferenceOfferedForTraining() {
        Finding finding = rule.about(offered(false)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).isEqualTo("Its designer does not offer this accelerator for fine tuning.");
    }

    @Test
    void staysSilentIfItIsOfferedForTheWork() {
        rule.about(offered(true)).staysSilent();
    }

    @Test
    void isUnknownIfTheWorkIsNotKnown() {
        rule.about(with(offered(false), "demand.kind", null)).isUnknown("kind of workload");
    }

    private static Candidate offered(boolean offered) {
        return with(with(candidate(), "demand.kind", WorkloadKind.FINE_TUNING), "fit.purposeOffered", offered);
    }
}
