package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SpeedNearThePeakRatesTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-08").with("fit.credible-peak-share", "0.85");

    @Test
    void remarksJustAboveTheBar() {
        rule.about(measured("0.851")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(measured("0.85")).staysSilent();
    }

    @Test
    void isUnknownWithoutPeakRates() {
        rule.about(measured(null)).isUnknown("share of the peak rates");
    }

    @Test
    void doesNotApplyToAComputedSpeed() {
        rule.about(candidate("demand.decodes", true, "fit.peakShare", "0.9")).doesNotApply();
    }

    private static Candidate measured(String share) {
        return candidate("demand.decodes", true, "fit.measured", true, "fit.peakShare", share);
    }
}
