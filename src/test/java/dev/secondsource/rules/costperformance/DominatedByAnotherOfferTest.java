package dev.secondsource.rules.costperformance;

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

class DominatedByAnotherOfferTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-09");

    @Test
    void holdsABetterOfferAgainstIt() {
        Candidate candidate = with(candidate(), "standing.dominatedBy", List.of("crusoe:h100", "runpod:h100"));

        Finding finding = rule.about(candidate).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("crusoe:h100, runpod:h100");
        assertThat(finding.mitigation()).isNull();
    }

    @Test
    void staysSilentWhileNoOfferBeatsIt() {
        rule.about(with(candidate(), "standing.dominatedBy", List.of())).staysSilent();
    }
}
