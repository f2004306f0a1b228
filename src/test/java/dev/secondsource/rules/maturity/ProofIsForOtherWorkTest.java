package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ProofIsForOtherWorkTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-07");

    @Test
    void warnsWhenTheProofIsForTheOtherKindOfWork() {
        var finding = rule.about(proof(true)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("pre training");
    }

    @Test
    void staysSilentWhenTheProofFits() {
        rule.about(proof(false)).staysSilent();
    }

    @Test
    void defeatsWhatTheProofWouldHaveCredited() {
        RuleVerifier credit = RuleVerifier.of("MAT-02")
                .with("mat.first-party-chips-major", "100000").with("mat.first-party-chips-minor", "10000");
        Candidate provenElsewhere = with(with(proof(true), "integration.designerIsProvider", true), "maturity.firstPartyChips", "100000");

        var finding = credit.about(provenElsewhere).fires(Severity.MAJOR, Effect.FOR);

        assertThat(finding.defeatedBy()).containsExactly("MAT-07");
        assertThat(rule.about(provenElsewhere).rule().defeats()).contains("MAT-03");
    }

    private static Candidate proof(boolean forOtherWork) {
        return candidate("demand.kind", WorkloadKind.PRE_TRAINING, "maturity.proofIsForOtherWork", forOtherWork);
    }
}
