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

class DiscountOnPartOfTheCostTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-04").with("cpf.win-rho", "0.90");

    @Test
    void findsAWinLostWhenOnlyHalfOfTheBillIsDiscounted() {
        Finding finding = rule.about(challenger("0.72", "0.96")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("50 % of the bill", "0.96", "instead of 0.72");
        assertThat(rule.about(challenger("0.72", "0.96")).rule().defeats()).containsExactly("CPF-02");
    }

    @Test
    void staysSilentWhileTheWholeBillIsStillAWin() {
        rule.about(challenger("0.72", "0.90")).staysSilent();
        rule.about(challenger("0.72", "0.901")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhereThereIsNoWinToLose() {
        rule.about(challenger("0.90", "0.96")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(challenger("0.901", "0.96")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheDiscountedShare() {
        rule.about(with(challenger("0.72", "0.96"), "comparison.discountedShare", null)).isUnknown("phi");
    }

    @Test
    void isNotAboutTheIncumbent() {
        rule.about(with(challenger("0.72", "0.96"), "challenger", false)).doesNotApply();
    }

    private static Candidate challenger(String rho, String whole) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.rho", rho);
        return with(with(candidate, "comparison.discountedShare", "0.5"), "comparison.rhoOfDiscountedShare", whole);
    }
}
