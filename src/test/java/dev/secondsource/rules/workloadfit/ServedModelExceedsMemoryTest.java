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

class ServedModelExceedsMemoryTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-01");

    @Test
    void refusesAModelLargerThanTheLargestGroup() {
        Finding finding = rule.about(served(false, null, null)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("116.3 GiB").contains("the 2 accelerators");
    }

    @Test
    void notesHowManyHoldIt() {
        Finding finding = rule.about(served(true, 2, "0.273")).fires(Severity.NOTE, Effect.FOR);

        assertThat(finding.sentence()).contains("at least 2").contains("free 27.3 %");
    }

    @Test
    void isUnknownWithoutTheMemoryOfTheAccelerator() {
        Finding finding = rule.about(served(null, null, null)).isUnknown("fit of the workload in memory");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isNotAboutTraining() {
        rule.about(with(served(false, null, null), "demand.training", true)).doesNotApply();
    }

    private static Candidate served(Boolean fits, Integer smallest, String headroom) {
        Candidate candidate = with(with(candidate(), "fit.memoryFits", fits), "fit.neededGiB", "116.3");
        candidate = with(with(candidate, "fit.largestCount", 2), "fit.smallestCount", smallest);
        return with(candidate, "fit.headroom", headroom);
    }
}
