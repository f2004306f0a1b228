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

class TrainingStateExceedsMemoryTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-02");

    @Test
    void refusesAModelWhoseStateNoClusterHolds() {
        Finding finding = rule.about(trained(false, null)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("6 640 GiB").contains("80 accelerators");
    }

    @Test
    void notesHowManyHoldIt() {
        Finding finding = rule.about(trained(true, 88)).fires(Severity.NOTE, Effect.FOR);

        assertThat(finding.sentence()).contains("at least 88");
    }

    @Test
    void isUnknownWithoutTheMemoryOfTheAccelerator() {
        Finding finding = rule.about(trained(null, null)).isUnknown("fit of the workload in memory");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isNotAboutServing() {
        rule.about(with(trained(false, null), "demand.training", false)).doesNotApply();
    }

    private static Candidate trained(Boolean fits, Integer smallest) {
        Candidate candidate = with(with(candidate(), "demand.training", true), "fit.memoryFits", fits);
        candidate = with(with(candidate, "fit.neededGiB", "6640"), "fit.largestCount", 80);
        return with(candidate, "fit.smallestCount", smallest);
    }
}
