package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class IndependentBenchmarksTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-06").with("mat.benchmark-coverage-broad", "0.50").with("mat.benchmark-coverage-none", "0");

    @Test
    void creditsExactlyHalfOfTheSuite() {
        rule.about(covering("0.50")).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void staysSilentBetweenNoneAndHalf() {
        rule.about(covering("0.499")).staysSilent();
        rule.about(covering("0.001")).staysSilent();
    }

    @Test
    void remarksNone() {
        rule.about(covering("0")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutACoverage() {
        rule.about(covering(null)).isUnknown("independent benchmark suite");
    }

    private static Candidate covering(String share) {
        return candidate("maturity.benchmarkCoverage", share);
    }
}
