package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ExportLicenceMissingTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-02").with("elg.controlled-performance", "4800").with("elg.controlled-performance-if-dense", "1600").with("elg.licensable-performance", "21000").with("elg.licensable-bandwidth", "6500");

    @Test
    void blocksAtTheControlLineWithoutALicence() {
        rule.about(part("4800", "2000", false)).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void saysThatStrongerOnesAreRefused() {
        assertThat(rule.about(part("21000", "2000", false)).fires(Severity.BLOCKER, Effect.AGAINST).sentence()).contains("refused");
        assertThat(rule.about(part("4800", "6500", false)).fires(Severity.BLOCKER, Effect.AGAINST).sentence()).contains("refused");
    }

    @Test
    void isUnknownBelowTheLineWhereDensityDecides() {
        assertThat(rule.about(part("4799", "300", false)).state()).isEqualTo(State.UNKNOWN);
        assertThat(rule.about(part("1600", "300", false)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void staysSilentBelowAnyLine() {
        rule.about(part("1599", "300", false)).staysSilent();
    }

    @Test
    void warnsWhileALicenceIsInHand() {
        rule.about(part("4800", "2000", true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutWordOfALicence() {
        rule.about(part("4800", "2000", null)).isUnknown("holds an export licence");
    }

    @Test
    void isUnknownWithoutAPeakRate() {
        rule.about(part(null, "2000", false)).isUnknown("total processing performance");
    }

    @Test
    void doesNotApplyWhereNothingIsControlled() {
        rule.about(candidate("export.shipped", true)).doesNotApply();
        rule.about(candidate("export.listedDestination", true)).doesNotApply();
    }

    private static Candidate part(String performance, String bandwidth, Boolean licence) {
        return candidate("export.shipped", true, "export.listedDestination", true, "export.destination", "CN", "export.processingPerformance", performance,
                "export.memoryBandwidth", bandwidth, "export.licenceHeld", licence);
    }
}
