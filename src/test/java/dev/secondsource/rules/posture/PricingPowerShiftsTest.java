package dev.secondsource.rules.posture;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PricingPowerShiftsTest {
    private final RuleVerifier rule = RuleVerifier.of("KRA-03")
            .with("kra.cheaper-designers", "2")
            .with("kra.any-cheaper-designer", "1")
            .with("kra.incumbent-commitment-months", "12");

    @Test
    void shiftsToTheBuyerWithTwoCheaperDesigners() {
        assertThat(rule.about(cheaper(2)).fires(Severity.MINOR, Effect.FOR).sentence()).contains("no more than 12");
    }

    @Test
    void staysWithTheIncumbentWithoutAny() {
        rule.about(cheaper(0)).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentWithOne() {
        rule.about(cheaper(1)).staysSilent();
    }

    @Test
    void isUnknownWithoutAComparison() {
        rule.about(portfolio()).isUnknown("clearly beats the incumbent");
    }

    private static Portfolio cheaper(int designers) {
        return with(portfolio(), "cheaperDesigners", designers);
    }
}
