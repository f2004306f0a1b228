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

class CommitmentAboveWhatIsWorthItTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-03").with("tco.commitment-excess", "0.10");

    @Test
    void findsACommitmentAboveWhatTheDiscountIsWorth() {
        Finding finding = rule.about(committed("1.01", "0.11")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("101 %", "37 %", "90 % is worth it", "11 % is too much");
        assertThat(finding.mitigation()).contains("Commit 90 %");
    }

    @Test
    void staysSilentExactlyAtTheTolerance() {
        rule.about(committed("1", "0.10")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheVolumeCommitted() {
        rule.about(with(committed("1.01", "0.11"), "deal.committedShareOfDemand", null)).isUnknown("committed volume");
    }

    @Test
    void isNotAboutPayingOnDemand() {
        rule.about(with(committed("1.01", "0.11"), "deal.committed", false)).doesNotApply();
    }

    private static Candidate committed(String share, String excess) {
        Candidate candidate = with(with(candidate(), "deal.committed", true), "deal.committedShareOfDemand", share);
        candidate = with(with(candidate, "commitment.discount", "0.37"), "commitment.worthCommitting", "0.90");
        return with(candidate, "commitment.excess", excess);
    }
}
