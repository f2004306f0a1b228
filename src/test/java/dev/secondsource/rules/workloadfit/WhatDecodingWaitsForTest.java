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

class WhatDecodingWaitsForTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-03");

    @Test
    void namesMemoryBelowTheCriticalBatch() {
        Finding finding = rule.about(decoding(true, 239)).fires(Severity.NOTE, Effect.FOR);

        assertThat(finding.sentence()).contains("batch 239").contains("takes over at 240").contains("TB/s");
    }

    @Test
    void namesArithmeticFromTheCriticalBatchOn() {
        Finding finding = rule.about(decoding(false, 240)).fires(Severity.NOTE, Effect.FOR);

        assertThat(finding.sentence()).contains("waits for arithmetic").contains("from 240 on");
    }

    @Test
    void isUnknownWithoutPeakRates() {
        rule.about(decoding(null, 240)).isUnknown("decoding is bound by memory bandwidth");
    }

    @Test
    void isNotAboutWorkThatGeneratesNoText() {
        rule.about(with(decoding(true, 1), "demand.decodes", false)).doesNotApply();
    }

    private static Candidate decoding(Boolean bandwidthBound, int batch) {
        Candidate candidate = with(with(candidate(), "demand.decodes", true), "fit.bandwidthBound", bandwidthBound);
        return with(with(candidate, "fit.batch", batch), "fit.criticalBatch", "240");
    }
}
