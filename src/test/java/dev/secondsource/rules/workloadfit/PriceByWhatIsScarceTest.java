package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PriceByWhatIsScarceTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-06");

    @Test
    void pricesArithmeticForTraining() {
        rule.about(trained("10")).fires(Severity.NOTE, Effect.FOR);
    }

    @Test
    void pricesBandwidthForDecodingThatWaitsForMemory() {
        rule.about(decoded(true, "0.8")).fires(Severity.NOTE, Effect.FOR);
    }

    @Test
    void staysSilentIfDecodingWaitsForArithmetic() {
        rule.about(decoded(false, "0.8")).staysSilent();
    }

    @Test
    void isUnknownWithoutAPrice() {
        rule.about(trained(null)).isUnknown("PFLOP/s");
        rule.about(decoded(true, null)).isUnknown("TB/s");
    }

    @Test
    void doesNotApplyToImages() {
        rule.about(candidate()).doesNotApply();
    }

    private static Candidate trained(String price) {
        return candidate("demand.training", true, "price.perPetaflopHour", price);
    }

    private static Candidate decoded(Boolean waits, String price) {
        return candidate("demand.decodes", true, "fit.bandwidthBound", waits, "price.perTerabyteHour", price);
    }
}
