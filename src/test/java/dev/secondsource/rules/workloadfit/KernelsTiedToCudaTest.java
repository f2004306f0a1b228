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

class KernelsTiedToCudaTest {
    private final RuleVerifier rule =
            RuleVerifier.of("FIT-11").with("fit.custom-kernel-major", "0.30").with("fit.custom-kernel-minor", "0.10");

    @Test
    void weighsAStepThatRunsMostlyInHandWrittenKernels() {
        Finding finding = rule.about(kernels("0.31")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("31 % of the step").contains("for xla");
        assertThat(finding.mitigation()).contains("on xla");
    }

    @Test
    void marksASmallerShareUpToTheLargerBarAndExactlyAtTheSmaller() {
        rule.about(kernels("0.30")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(kernels("0.10")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentBelowTheSmallerBar() {
        rule.about(kernels("0.099")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheShare() {
        rule.about(kernels(null)).isUnknown("share of step time in hand-written CUDA or Triton kernels");
    }

    @Test
    void isNotAboutCudaNorAboutWhatRunsToday() {
        rule.about(with(kernels("0.9"), "software.cuda", true)).doesNotApply();
        rule.about(with(kernels("0.9"), "challenger", false)).doesNotApply();
    }

    private static Candidate kernels(String share) {
        Candidate candidate = with(with(candidate(), "challenger", true), "software.stack", "xla");
        return with(candidate, "demand.customKernelShare", share);
    }
}
