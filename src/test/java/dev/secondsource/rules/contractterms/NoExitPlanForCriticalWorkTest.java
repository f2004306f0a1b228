package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoExitPlanForCriticalWorkTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-04");

    @Test
    void refusesCriticalWorkOfABankWithoutAnExitPlanEvenOnDemand() {
        rule.about(bank(false)).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void warnsOthersOnceTheyCommit() {
        Candidate other = with(with(bank(false), "demand.regulated", false), "deal.committed", true);

        rule.about(other).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWithATestedPlan() {
        rule.about(bank(true)).staysSilent();
        rule.about(with(with(bank(true), "demand.regulated", false), "deal.committed", true)).staysSilent();
    }

    @Test
    void isAnOpenGateQuestionWhenNothingIsSaid() {
        var finding = rule.about(bank(null)).isUnknown("existence of a tested exit plan");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isNotAboutWorkThatMayStopOrMachinesTheBuyerOwnsOrOthersOnDemand() {
        rule.about(with(bank(false), "demand.critical", false)).doesNotApply();
        rule.about(with(bank(false), "deal.owned", true)).doesNotApply();
        rule.about(with(bank(false), "demand.regulated", false)).doesNotApply();
    }

    private static Candidate bank(Boolean plan) {
        return candidate("demand.regulated", true, "demand.critical", true, "demand.criticalShare", "0.8",
                "provider.name", "Cloud", "deal.exitPlan", plan);
    }
}
