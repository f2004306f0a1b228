package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CommitmentBeforePilotTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-10").with("mat.pilot-level", "3")
            .with("mat.pilot-throughput-share", "0.80").with("mat.pilot-hours", "168");

    @Test
    void asksForAPilotAtExactlyLevelThreeAndSaysWhichTest() {
        var finding = rule.about(commitment(3)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("reaches 0.8", "168");
    }

    @Test
    void asksForAPilotBeforeAPurchaseToo() {
        rule.about(with(with(commitment(3), "deal.committed", false), "deal.owned", true)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtLevelFour() {
        rule.about(commitment(4)).staysSilent();
    }

    @Test
    void isUnknownWithoutALevel() {
        rule.about(commitment(null)).isUnknown("maturity level");
    }

    @Test
    void isNotAboutRentByTheHourOrWhatTheBuyerRunsAlready() {
        rule.about(with(commitment(3), "deal.committed", false)).doesNotApply();
        rule.about(with(commitment(3), "incumbent", true)).doesNotApply();
    }

    private static Candidate commitment(Integer level) {
        return candidate("deal.committed", true, "maturity.level", level);
    }
}
