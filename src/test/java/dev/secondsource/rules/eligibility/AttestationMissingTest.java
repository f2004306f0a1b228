package dev.secondsource.rules.eligibility;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttestationMissingTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-11");

    @Test
    void refusesAProviderWithoutAMandatoryAttestation() {
        Finding finding = rule.about(required(false, List.of("c5", "hds"))).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("no attestation of c5, hds");
    }

    @Test
    void staysSilentIfNoneIsMissing() {
        rule.about(required(true, List.of())).staysSilent();
    }

    @Test
    void isUnknownIfNothingIsOnFileOfTheProvider() {
        rule.about(required(null, List.of())).isUnknown("every attestation asked for");
    }

    @Test
    void doesNotAskForABuyerWithoutRequirements() {
        rule.about(with(required(false, List.of("c5")), "residency.certificationsRequired", false)).doesNotApply();
    }

    private static Candidate required(Boolean certified, List<String> missing) {
        Candidate candidate = with(candidate(), "residency.certificationsRequired", true);
        return with(with(candidate, "residency.certified", certified), "residency.missingCertifications", missing);
    }
}
