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

class PurchaseQuadrantTest {
    private final RuleVerifier rule = RuleVerifier.of("KRA-01");

    @Test
    void namesTheQuadrantWithWhatItFollowsFrom() {
        assertThat(rule.about(purchase(Quadrant.STRATEGIC)).fires(Severity.NOTE, Effect.AGAINST).sentence()).contains("20 %", "offer: 2", "strategic");
    }

    @Test
    void isNotAboutAnOpenMarket() {
        rule.about(with(purchase(Quadrant.LEVERAGE), "supplyRisky", false)).doesNotApply();
    }

    @Test
    void isUnknownToABuyerWhoDoesNotSayWhatComputeIsOfItsCost() {
        rule.about(with(with(purchase(Quadrant.STRATEGIC), "computeShareOfCost", null), "quadrant", null)).isUnknown("share of compute");
    }

    private static Portfolio purchase(Quadrant quadrant) {
        return with(with(with(with(portfolio(), "supplyRisky", true), "computeShareOfCost", "0.2"), "eligibleDesigners", 2), "quadrant", quadrant);
    }
}
