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

class ScalingOutEatsTheAdvantageTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-05").with("cpf.win-rho", "0.90");

    @Test
    void findsAWinLostWhenScalingOut() {
        Finding finding = rule.about(challenger("0.72", "0.96")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("keeps 0.75", "break-even at 0.72", "0.96");
        assertThat(rule.about(challenger("0.72", "0.96")).rule().defeats()).containsExactly("CPF-02");
    }

    @Test
    void staysSilentWhileItIsStillAWinAtScale() {
        rule.about(challenger("0.72", "0.90")).staysSilent();
        rule.about(challenger("0.72", "0.901")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhereThereIsNoWinToLose() {
        rule.about(challenger("0.901", "0.96")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheEfficiencyAtScale() {
        rule.about(with(challenger("0.72", "0.96"), "comparison.scaleOutEfficiency", null)).isUnknown("eta");
    }

    @Test
    void isNotAboutWorkThatStaysInOneDomain() {
        rule.about(with(challenger("0.72", "0.96"), "comparison.scalesOut", false)).doesNotApply();
    }

    private static Candidate challenger(String rho, String atScale) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.scalesOut", true);
        candidate = with(with(candidate, "comparison.rho", rho), "comparison.rhoAfterScaleOut", atScale);
        return with(with(candidate, "comparison.scaleOutEfficiency", "0.75"), "comparison.breakEvenScaleOut", "0.72");
    }
}
