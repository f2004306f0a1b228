package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class LargestClusterMissesTheDeadlineTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-09").with("fit.largest-cluster", "100000");

    @Test
    void refusesARunThatEvenTheLargestClusterEndsTooLate() {
        Finding finding = rule.about(run("90.1")).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("90.1 days even on 100 000 accelerators").contains("limit is 90 days");
    }

    @Test
    void staysSilentExactlyAtTheLimit() {
        rule.about(run("90")).staysSilent();
    }

    @Test
    void isUnknownIfTheLengthOfTheRunIsNotKnown() {
        rule.about(run(null)).isUnknown("length of one training run");
    }

    @Test
    void doesNotAskOfARunWithoutALimitNorOfServing() {
        rule.about(with(run("900"), "fit.daysLimited", false)).doesNotApply();
        rule.about(with(run("900"), "demand.training", false)).doesNotApply();
    }

    private static Candidate run(String days) {
        Candidate candidate = with(with(candidate(), "demand.training", true), "fit.daysLimited", true);
        return with(with(candidate, "fit.trainingDays", days), "fit.trainingDaysLimit", "90");
    }
}
