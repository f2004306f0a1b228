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

class TimeWorthMoreThanTheSavingTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-06").with("cpf.least-net-saving", "0");

    @Test
    void findsResearchThatValuesSpeedAboveTheBar() {
        Finding finding = rule.about(research("2.81")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("2.81", "above 2.8", "20 %", "40 %");
        assertThat(finding.mitigation()).isNull();
        assertThat(rule.about(research("2.81")).rule().defeats()).containsExactly("CPF-02");
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(research("2.80")).staysSilent();
    }

    @Test
    void weighsOtherTrainingAlikeButServingLess() {
        Candidate training = with(with(speed("2.81"), "demand.training", true), "demand.speedValued", true);
        Candidate serving = with(speed("2.81"), "demand.speedValued", true);

        rule.about(training).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(serving).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(with(serving, "demand.performanceElasticity", "2.80")).staysSilent();
    }

    @Test
    void asksResearchButNotOtherWorkForItsExponent() {
        rule.about(with(research("2.81"), "demand.performanceElasticity", null)).isUnknown("exponent of throughput");
        rule.about(with(speed("2.81"), "demand.performanceElasticity", null)).doesNotApply();
    }

    @Test
    void isNotAboutAChallengerThatIsAsFast() {
        rule.about(with(research("2.81"), "comparison.mayBeSlower", false)).doesNotApply();
    }

    @Test
    void findsADelayThatEatsTheSaving() {
        rule.about(with(delay("0"), "demand.training", true)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(delay("0")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(with(delay("1"), "demand.training", true)).staysSilent();
        rule.about(delay("1")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheSavingAndSilentWithoutAPort() {
        rule.about(with(delay("0"), "comparison.netSaving", null)).isUnknown("saving over the horizon");
        rule.about(with(delay("0"), "porting.needed", false)).doesNotApply();
    }

    private static Candidate speed(String exponent) {
        Candidate candidate = with(with(candidate(), "challenger", true), "comparison.mayBeSlower", true);
        candidate = with(with(candidate, "demand.performanceElasticity", exponent), "comparison.breakEvenElasticity", "2.80");
        return with(with(candidate, "comparison.performanceLead", "0.20"), "comparison.costAdvantage", "0.40");
    }

    private static Candidate research(String exponent) {
        return with(speed(exponent), "demand.research", true);
    }

    private static Candidate delay(String saving) {
        Candidate candidate = with(with(candidate(), "challenger", true), "porting.needed", true);
        candidate = with(with(candidate, "comparison.delayPriced", true), "comparison.netSaving", saving);
        return with(candidate, "demand.valueOfDelayPerMonth", "300000");
    }
}
