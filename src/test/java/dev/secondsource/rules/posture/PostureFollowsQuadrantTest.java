package dev.secondsource.rules.posture;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PostureFollowsQuadrantTest {
    private final RuleVerifier rule = RuleVerifier.of("KRA-02")
            .with("kra.strategic-second-source", "0.20")
            .with("kra.bottleneck-second-source", "0.10");

    @Test
    void tellsEachQuadrantItsPosture() {
        assertThat(rule.about(purchase(Quadrant.STRATEGIC)).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("roadmap", "0.2");
        assertThat(rule.about(purchase(Quadrant.BOTTLENECK)).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("buffer", "0.1");
        assertThat(rule.about(purchase(Quadrant.LEVERAGE)).fires(Severity.NOTE, Effect.FOR).sentence()).contains("compete");
        assertThat(rule.about(purchase(Quadrant.NON_CRITICAL)).fires(Severity.NOTE, Effect.FOR).sentence()).contains("simple");
    }

    @Test
    void grantsASmallBuyerNoLeverage() {
        rule.about(with(purchase(Quadrant.LEVERAGE), "small", true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheQuadrant() {
        rule.about(portfolio()).isUnknown("Kraljic quadrant");
    }

    private static Portfolio purchase(Quadrant quadrant) {
        return with(with(with(portfolio(), "computeShareOfCost", "0.2"), "eligibleDesigners", 3), "quadrant", quadrant);
    }
}
