package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SoldOutAndNothingReservedTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-07");

    @Test
    void remarksASoldOutPartByTheHour() {
        rule.about(candidate("supply.soldOut", true)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhileThePartIsToBeHad() {
        rule.about(candidate("supply.soldOut", false)).staysSilent();
    }

    @Test
    void isNotAboutReservedOrCommittedCapacity() {
        rule.about(candidate("supply.soldOut", true, "deal.ordered", true)).doesNotApply();
        rule.about(candidate("supply.soldOut", true, "deal.committed", true)).doesNotApply();
    }
}
