package dev.secondsource.rules.sustainability;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CarbonAboveTheLeastTest {
    private final RuleVerifier rule = RuleVerifier.of("SUS-02").with("sus.carbon-over-least", "2");

    @Test
    void warnsJustAboveTwiceIfItMatters() {
        rule.about(work(true, "2.1")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void notesItIfItDoesNot() {
        rule.about(work(false, "2.1")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTwice() {
        rule.about(work(true, "2")).staysSilent();
        rule.about(work(false, "2")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheGrid() {
        rule.about(work(true, null)).isUnknown("carbon");
    }

    private static Candidate work(boolean weighed, String times) {
        return candidate("sustainability.weighed", weighed, "sustainability.kilogramsPerUnit", "0.1", "standing.carbonOverLeast", times);
    }
}
