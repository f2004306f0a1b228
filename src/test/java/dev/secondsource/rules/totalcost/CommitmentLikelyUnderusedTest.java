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

class CommitmentLikelyUnderusedTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-04").with("tco.underuse-probability", "0.20");

    @Test
    void findsACommitmentThatIsLikelyUsedTooLittle() {
        Finding finding = rule.about(committed("0.21")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("25 %", "used to 75 %", "probability of 21 %");
        assertThat(finding.mitigation()).isNotNull();
        assertThat(rule.about(committed("0.21")).rule().defeats()).containsExactly("TCO-03");
    }

    @Test
    void staysSilentExactlyAtTheProbability() {
        rule.about(committed("0.20")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheSpreadOfDemand() {
        rule.about(committed(null)).isUnknown("probability that demand falls below");
    }

    @Test
    void isNotAboutPayingOnDemand() {
        rule.about(with(committed("0.21"), "deal.committed", false)).doesNotApply();
    }

    private static Candidate committed(String risk) {
        Candidate candidate = with(with(candidate(), "deal.committed", true), "commitment.discount", "0.25");
        return with(with(candidate, "commitment.breakEvenUtilisation", "0.75"), "commitment.underuseProbability", risk);
    }
}
