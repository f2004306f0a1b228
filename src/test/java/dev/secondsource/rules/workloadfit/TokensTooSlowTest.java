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

class TokensTooSlowTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-05");

    @Test
    void refusesALimitThatEvenASingleSequenceMisses() {
        Finding finding = rule.about(limited("4.9")).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("4.98 ms even for a single sequence");
    }

    @Test
    void marksALimitThatAsksForASmallerBatch() {
        Finding finding = rule.about(limited("20")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("At batch 16").contains("cost is that of batch 15");
        rule.about(limited("4.98")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentExactlyAtTheLimit() {
        rule.about(limited("20.30")).staysSilent();
    }

    @Test
    void isUnknownWithoutPeakRates() {
        rule.about(with(with(limited("20"), "fit.tokenMs", null), "fit.bestTokenMs", null))
                .isUnknown("time for each token at batch 1");
    }

    @Test
    void isNotAboutWorkWithoutALimit() {
        rule.about(with(limited("1"), "fit.tokenLimited", false)).doesNotApply();
    }

    private static Candidate limited(String limit) {
        Candidate candidate = with(with(candidate(), "fit.tokenLimited", true), "fit.tokenLimitMs", limit);
        candidate = with(with(candidate, "fit.tokenMs", "20.30"), "fit.bestTokenMs", "4.98");
        return with(with(candidate, "fit.batch", 16), "fit.feasibleBatch", 15);
    }
}
