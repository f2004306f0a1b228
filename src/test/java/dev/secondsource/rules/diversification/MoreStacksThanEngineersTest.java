package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class MoreStacksThanEngineersTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-15");

    @Test
    void isARemarkWhereThereAreMoreStacksThanTheTeamCanKeep() {
        rule.about(stacks(3, 2)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhereTheTeamCanKeepThem() {
        rule.about(stacks(2, 2)).staysSilent();
    }

    private static Portfolio stacks(int needed, int affordable) {
        return with(with(portfolio(), "stacks", needed), "affordableStacks", affordable);
    }
}
