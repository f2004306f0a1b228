package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SoldOutShowsDemandTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-08");

    @Test
    void creditsASoldOutPart() {
        rule.about(candidate("supply.soldOut", true)).fires(Severity.MINOR, Effect.FOR);
    }

    @Test
    void staysSilentWhileThePartIsToBeHad() {
        rule.about(candidate("supply.soldOut", false)).staysSilent();
    }
}
