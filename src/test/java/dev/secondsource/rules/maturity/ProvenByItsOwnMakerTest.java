package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ProvenByItsOwnMakerTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-02")
            .with("mat.first-party-chips-major", "100000").with("mat.first-party-chips-minor", "10000");

    @Test
    void creditsExactlyAHundredThousandChips() {
        var finding = rule.about(own("100000")).fires(Severity.MAJOR, Effect.FOR);

        assertThat(finding.sentence()).contains("100 000");
    }

    @Test
    void creditsSomeProofBelowThatAndFromExactlyTenThousand() {
        rule.about(own("99999")).fires(Severity.MINOR, Effect.FOR);
        rule.about(own("10000")).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void staysSilentJustBelow() {
        rule.about(own("9999")).staysSilent();
    }

    @Test
    void isUnknownWithoutACount() {
        rule.about(own(null)).isUnknown("chips in first-party production");
    }

    @Test
    void isNotAboutPartsTheirMakerOnlySells() {
        rule.about(with(own("100000"), "integration.designerIsProvider", false)).doesNotApply();
    }

    private static Candidate own(String chips) {
        return candidate("integration.designerIsProvider", true, "maturity.firstPartyChips", chips);
    }
}
