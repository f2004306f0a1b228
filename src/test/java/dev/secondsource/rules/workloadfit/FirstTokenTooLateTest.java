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

class FirstTokenTooLateTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-04");

    @Test
    void refusesALimitThatIsMissedEvenAtBest() {
        Finding finding = rule.about(limited("170")).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("178 ms even at best").contains("limit is 170 ms");
    }

    @Test
    void weighsALimitThatIsMetOnlyAtBest() {
        Finding finding = rule.about(limited("200")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("268 ms as planned").contains("178 ms at best");
        assertThat(finding.mitigation()).contains("within 200 ms");
        rule.about(limited("178")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentExactlyAtTheLimit() {
        rule.about(limited("268")).staysSilent();
    }

    @Test
    void isUnknownWithoutPeakRates() {
        rule.about(with(with(limited("200"), "fit.firstTokenMs", null), "fit.bestFirstTokenMs", null))
                .isUnknown("time to the first token");
    }

    @Test
    void isNotAboutWorkWithoutALimit() {
        rule.about(with(limited("1"), "fit.firstTokenLimited", false)).doesNotApply();
    }

    private static Candidate limited(String limit) {
        Candidate candidate = with(with(candidate(), "fit.firstTokenLimited", true), "fit.firstTokenLimitMs", limit);
        return with(with(candidate, "fit.firstTokenMs", "268"), "fit.bestFirstTokenMs", "178");
    }
}
