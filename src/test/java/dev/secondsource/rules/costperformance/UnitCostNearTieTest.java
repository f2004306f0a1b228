package dev.secondsource.rules.costperformance;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class UnitCostNearTieTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-03").with("cpf.win-rho", "0.90").with("cpf.loss-rho", "1.10");

    @Test
    void saysThatCostDoesNotDecideInsideTheMarginAndWhatWould() {
        Finding finding = rule.about(challenger("0.91")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("price cut of 1.1 %");
        rule.about(challenger("1.09")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentExactlyAtEitherMargin() {
        rule.about(challenger("0.90")).staysSilent();
        rule.about(challenger("1.10")).staysSilent();
    }

    @Test
    void isUnknownWithoutAUnitCostToCompare() {
        rule.about(with(challenger("0.91"), "comparison.rho", null)).isUnknown("rho");
    }

    @Test
    void isNotAboutTheIncumbent() {
        rule.about(with(challenger("0.91"), "challenger", false)).doesNotApply();
    }

    private static Candidate challenger(String rho) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.rho", rho);
        return with(with(candidate, "comparison.priceCutToWin", "0.011"), "comparison.breakEvenCostAdvantage", "0.1667");
    }
}
