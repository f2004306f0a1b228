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

class AdvantageGoneAfterTheHaircutTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-08").with("cpf.win-rho", "0.90");

    @Test
    void findsAWinThatDoesNotSurviveTheHaircut() {
        Finding finding = rule.about(challenger("0.88", "0.91")).fires(Severity.NOTE, Effect.AGAINST);

        assertThat(finding.sentence()).contains("0.88", "0.91");
        assertThat(rule.about(challenger("0.88", "0.91")).rule().defeats()).containsExactly("CPF-02");
    }

    @Test
    void staysSilentOnAWinThatSurvives() {
        rule.about(challenger("0.72", "0.90")).staysSilent();
        rule.about(challenger("0.72", "0.901")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentWhereThereIsNoWinToLose() {
        rule.about(challenger("0.901", "0.95")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheHaircut() {
        rule.about(with(challenger("0.88", "0.91"), "comparison.rhoAfterHaircut", null)).isUnknown("haircut");
    }

    @Test
    void isNotAboutAProvenAdvantage() {
        rule.about(with(challenger("0.88", "0.91"), "comparison.weaklyProven", false)).doesNotApply();
    }

    private static Candidate challenger(String rho, String believed) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.weaklyProven", true);
        return with(with(candidate, "comparison.rho", rho), "comparison.rhoAfterHaircut", believed);
    }
}
