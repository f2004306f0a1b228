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

class FrameworkDoesNotRunTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-05");

    @Test
    void refusesAStackWithoutARequiredFramework() {
        Finding finding = rule.about(stack(List.of("tensorflow"), List.of())).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).isEqualTo("tensorflow does not run on xla, and the workload needs it.");
    }

    @Test
    void countsAMissingFrameworkBeforeABridgedOne() {
        rule.about(stack(List.of("tensorflow"), List.of("pytorch"))).fires(Severity.BLOCKER, Effect.AGAINST);
    }

    @Test
    void marksAFrameworkThatRunsOnlyThroughABridge() {
        Finding finding = rule.about(stack(List.of(), List.of("pytorch"))).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("pytorch runs on xla only through");
    }

    @Test
    void staysSilentIfAllRunNatively() {
        rule.about(stack(List.of(), List.of())).staysSilent();
    }

    @Test
    void isUnknownIfTheStackIsNotKnown() {
        rule.about(with(stack(List.of("tensorflow"), List.of()), "software.stack", null)).isUnknown("software stack");
    }

    @Test
    void isUnknownIfWhatTheStackRunsIsNotKnown() {
        rule.about(stack(null, null)).isUnknown("required frameworks it does not run");
    }

    private static Candidate stack(List<String> missing, List<String> bridged) {
        Candidate candidate = with(with(candidate(), "software.stack", "xla"), "software.missingFrameworks", missing);
        candidate = with(candidate, "software.frameworksRun", missing == null ? null : missing.isEmpty());
        candidate = with(candidate, "software.frameworksBridged", bridged == null ? null : !bridged.isEmpty());
        return with(candidate, "software.bridgedFrameworks", bridged);
    }
}
