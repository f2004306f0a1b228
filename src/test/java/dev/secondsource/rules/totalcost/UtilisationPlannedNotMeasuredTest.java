package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class UtilisationPlannedNotMeasuredTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-02")
            .with("tco.planned-utilisation", "0.70").with("tco.planned-utilisation-major", "0.85");

    @Test
    void remarksOnAHighPlan() {
        Finding finding = rule.about(committed("0.75")).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("75 %");
        rule.about(committed("0.85")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void makesAVeryHighPlanConditional() {
        assertThat(rule.about(committed("0.851")).fires(Severity.MAJOR, Effect.AGAINST).mitigation()).contains("Measured");
    }

    @Test
    void staysSilentAtWhatIsBelieved() {
        rule.about(committed("0.70")).staysSilent();
    }

    @Test
    void isUnknownWithoutAPlan() {
        rule.about(committed(null)).isUnknown("share of paid hours");
    }

    @Test
    void isNeitherAboutAMeasuredUtilisationNorAboutCapacityThatCanBeGivenBack() {
        rule.about(with(committed("0.9"), "demand.utilisationMeasured", true)).doesNotApply();
        rule.about(with(committed("0.9"), "deal.committed", false)).doesNotApply();
    }

    @Test
    void isAboutOwnedMachinesToo() {
        rule.about(with(with(committed("0.75"), "deal.committed", false), "deal.owned", true)).fires(Severity.MINOR, Effect.AGAINST);
    }

    private static Candidate committed(String utilisation) {
        return with(with(candidate(), "deal.committed", true), "demand.utilisation", utilisation);
    }
}
