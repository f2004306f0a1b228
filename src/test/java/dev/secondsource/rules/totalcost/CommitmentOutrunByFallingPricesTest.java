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

class CommitmentOutrunByFallingPricesTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-05").with("tco.moderate-decline", "0.20").with("tco.fast-decline", "0.30");

    @Test
    void findsACommitmentThatAModerateFallOutruns() {
        Finding finding = rule.about(committed(false, false)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("44 % for 36 months", "0.2 a year");
        assertThat(finding.mitigation()).contains("re-opens the price");
    }

    @Test
    void remarksOnOneThatOnlyAFastFallOutruns() {
        assertThat(rule.about(committed(true, false)).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("0.3 a year");
    }

    @Test
    void staysSilentOnOneThatPaysEitherWay() {
        rule.about(committed(true, true)).staysSilent();
    }

    @Test
    void isNotAboutAContractThatReopensThePrice() {
        rule.about(with(committed(false, false), "deal.priceReset", true)).doesNotApply();
        rule.about(with(committed(false, false), "deal.priceReset", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutADiscount() {
        rule.about(with(committed(true, false), "commitment.discount", null)).isUnknown("discount against on-demand");
    }

    @Test
    void isNotAboutPayingOnDemand() {
        rule.about(with(committed(false, false), "deal.committed", false)).doesNotApply();
    }

    private static Candidate committed(boolean atModerate, boolean atFast) {
        Candidate candidate = with(with(candidate(), "deal.committed", true), "deal.termMonths", 36);
        candidate = with(with(candidate, "commitment.discount", "0.44"), "commitment.paysAtModerateDecline", atModerate);
        return with(candidate, "commitment.paysAtFastDecline", atFast);
    }
}
