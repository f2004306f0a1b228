package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class MaturityLimitsShareTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-01").with("mat.share-cap-level-5", "1").with("mat.share-cap-level-3", "0.35");

    @Test
    void notesALevelThatCarriesASecondSource() {
        var finding = rule.about(part(3, "0.35")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("level 3").contains("35 %");
    }

    @Test
    void remarksALevelThatCarriesOnlyATrial() {
        rule.about(part(2, "0.349")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(part(0, "0")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWithoutACapOfItsOwn() {
        rule.about(part(5, "1")).staysSilent();
    }

    @Test
    void isUnknownWithoutALevel() {
        rule.about(part(null, null)).isUnknown("maturity level");
    }

    private static Candidate part(Integer level, String cap) {
        return candidate("maturity.level", level, "maturity.shareCap", cap);
    }
}
