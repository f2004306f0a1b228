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

class NumericFormatNotInHardwareTest {
    private final RuleVerifier rule = RuleVerifier.of("ELG-06");

    @Test
    void refusesAFormatThatNothingCanStandInFor() {
        Finding finding = rule.about(format("FP64", false, false)).fires(Severity.BLOCKER, Effect.AGAINST);

        assertThat(finding.sentence()).contains("no FP64 arithmetic");
    }

    @Test
    void weighsAFormatThatAWiderOneStandsInForAndSaysWhatWouldMendIt() {
        Finding finding = rule.about(format("FP8", false, true)).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("in the wider format");
    }

    @Test
    void staysSilentIfTheHardwareHasTheFormat() {
        rule.about(format("FP8", true, false)).staysSilent();
    }

    @Test
    void isUnknownIfTheSpecificationDoesNotSay() {
        rule.about(format("FP8", null, null)).isUnknown("support of that format in hardware");
    }

    private static Candidate format(String format, Boolean supported, Boolean emulated) {
        Candidate candidate = with(with(candidate(), "software.format", format), "software.formatSupported", supported);
        return with(candidate, "software.formatEmulated", emulated);
    }
}
