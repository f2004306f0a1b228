package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class InterruptionsByTheHourTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-09").with("fit.interruption-hours", "24").with("fit.goodput", "0.9");

    @Test
    void notesWhatBreaksMoreThanOnceADay() {
        rule.about(run("3.1")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtOnceADay() {
        rule.about(run("24")).staysSilent();
    }

    @Test
    void isUnknownWithoutASize() {
        rule.about(run(null)).isUnknown("hours between interruptions");
    }

    @Test
    void doesNotApplyToServing() {
        rule.about(candidate("fit.hoursBetweenInterruptions", "3")).doesNotApply();
    }

    private static Candidate run(String hours) {
        return candidate("demand.training", true, "fit.accelerators", 16384, "fit.hoursBetweenInterruptions", hours);
    }
}
