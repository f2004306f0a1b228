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

class LongContextDominatesMemoryTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-10").with("fit.cache-share", "0.50");

    @Test
    void notesThatCacheOutweighsWeights() {
        Finding finding = rule.about(decoding("0.502")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("50.2 %").contains("batch 53");
    }

    @Test
    void staysSilentExactlyAtOneHalf() {
        rule.about(decoding("0.50")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheShapeOfTheCache() {
        rule.about(decoding(null)).isUnknown("share of decoded bytes that are key-value cache");
    }

    @Test
    void isNotAboutWorkThatGeneratesNoText() {
        rule.about(with(decoding("0.9"), "demand.decodes", false)).doesNotApply();
    }

    private static Candidate decoding(String cacheShare) {
        Candidate candidate = with(with(candidate(), "demand.decodes", true), "fit.batch", 53);
        return with(candidate, "fit.cacheShare", cacheShare);
    }
}
