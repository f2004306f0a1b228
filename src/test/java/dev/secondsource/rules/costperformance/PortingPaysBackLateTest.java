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

class PortingPaysBackLateTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-10").with("cpf.payback-years", "1");

    @Test
    void findsAPortThatPaysBackTooLateAndNamesTheMend() {
        Finding finding = rule.about(challenger("1.05")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("2 000 000 USD", "8 400 000 USD");
        assertThat(finding.mitigation()).startsWith("The supplier bears");
        assertThat(rule.about(challenger("1.05")).rule().defeats()).containsExactly("CPF-02");
    }

    @Test
    void staysSilentUpToTheBar() {
        rule.about(challenger("1")).staysSilent();
        rule.about(challenger("0.714")).staysSilent();
    }

    @Test
    void findsAPortThatNeverPaysBackAndHasNoMend() {
        Candidate candidate = with(challenger(null), "comparison.portingPaysBack", false);

        Finding finding = rule.about(candidate).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).isNull();
    }

    @Test
    void isUnknownWithoutTheSavingOrTheCostOfThePort() {
        rule.about(with(challenger("1.05"), "comparison.portingPaysBack", null)).isUnknown("saving to pay the porting cost");
        rule.about(with(challenger("1.05"), "porting.cost", null)).isUnknown("cost to port");
    }

    @Test
    void isNotAboutAMoveWithoutAPort() {
        rule.about(with(challenger("1.05"), "porting.needed", false)).doesNotApply();
    }

    private static Candidate challenger(String years) {
        Candidate candidate = with(with(candidate(), "challenger", true), "porting.needed", true);
        candidate = with(with(candidate, "comparison.portingPaysBack", true), "comparison.paybackYears", years);
        candidate = with(with(candidate, "porting.cost", 2000000), "comparison.affordablePorting", 8400000);
        return with(candidate, "comparison.rho", "0.72");
    }
}
