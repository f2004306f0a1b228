package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CapacityNotShownAtThisSizeTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-13").with("elg.accelerators-on-trust", "512");

    @Test
    void doesNotKnowBeyondWhatIsTakenOnTrust() {
        Finding finding = rule.about(needing(513)).isUnknown("513 accelerators are needed");

        assertThat(finding.severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void staysSilentAtWhatIsTakenOnTrust() {
        rule.about(needing(512)).staysSilent();
    }

    @Test
    void findsMoreThanTheLargestDeploymentOnFile() {
        rule.about(shown(needing(16_001), 16_000)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheLargestDeploymentAndAtSmallNeeds() {
        rule.about(shown(needing(16_000), 16_000)).staysSilent();
        rule.about(shown(needing(400), 64)).staysSilent();
    }

    @Test
    void isUnknownWithoutANumberOfAccelerators() {
        rule.about(with(needing(1), "fit.accelerators", null)).isUnknown("accelerators needed");
    }

    @Test
    void isNotAboutMachinesThatAreBought() {
        rule.about(with(needing(5_000), "deal.owned", true)).doesNotApply();
    }

    private static Candidate needing(int accelerators) {
        return with(with(candidate(), "fit.accelerators", accelerators), "provider.name", "Someone's Cloud");
    }

    private static Candidate shown(Candidate candidate, int accelerators) {
        return with(with(candidate, "supply.scaleShown", true), "supply.largestDeployment", accelerators);
    }
}
