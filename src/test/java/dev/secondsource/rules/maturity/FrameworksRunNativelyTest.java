package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class FrameworksRunNativelyTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-05");

    @Test
    void creditsNativeFrameworks() {
        rule.about(candidate("software.stack", "rocm", "maturity.frameworksNative", true)).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void staysSilentWhenOneIsBridged() {
        rule.about(candidate("software.stack", "xla", "maturity.frameworksNative", false)).staysSilent();
    }

    @Test
    void isUnknownWithoutDocumentation() {
        rule.about(candidate("software.stack", "xla")).isUnknown("every required framework runs natively");
    }
}
