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

class SovereigntyBelowTheFloorTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-04");

    @Test
    void refusesAProviderWhoseWeakestObjectiveIsBelowTheFloor() {
        Finding finding = rule.about(asked(3, 2)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("SEAL 2").contains("asks for 3");
    }

    @Test
    void staysSilentExactlyAtTheFloorAndAboveIt() {
        rule.about(asked(3, 3)).staysSilent();
        rule.about(asked(3, 4)).staysSilent();
    }

    @Test
    void isUnknownIfTheProviderWasNotAssessed() {
        rule.about(asked(3, null)).isUnknown("sovereignty level (SEAL) of the provider's weakest objective");
    }

    @Test
    void doesNotAskForABuyerWithoutAFloor() {
        rule.about(with(asked(3, 2), "residency.sovereigntyAsked", false)).doesNotApply();
    }

    private static Candidate asked(Integer required, Integer level) {
        Candidate candidate = with(candidate(), "residency.sovereigntyAsked", true);
        return with(with(candidate, "residency.sovereigntyRequired", required), "residency.sovereigntyLevel", level);
    }
}
