package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SecondSourceTooSmallTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-10")
            .with("kra.strategic-second-source", "0.20")
            .with("kra.bottleneck-second-source", "0.10");

    /** k 0.3 and s 0.5 need 20 %. */
    @Test
    void isAConditionWhereCriticalWorkWouldNotBeCarried() {
        assertThat(rule.about(critical("0.199", "0.2")).fires(Severity.MAJOR, Effect.AGAINST).mitigation()).contains("serve to 20 %");
    }

    @Test
    void staysSilentExactlyAtTheNeed() {
        rule.about(critical("0.2", "0.2")).staysSilent();
    }

    @Test
    void asksAStrategicPurchaseForAFifthAndABottleneckForATenth() {
        Portfolio strategic = with(critical("0.5", "0.2"), "quadrant", Quadrant.STRATEGIC);
        Portfolio bottleneck = with(critical("0.5", "0.2"), "quadrant", Quadrant.BOTTLENECK);

        rule.about(with(strategic, "outsideLargestDesigner", "0.199")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(with(strategic, "outsideLargestDesigner", "0.2")).staysSilent();
        rule.about(with(bottleneck, "outsideLargestDesigner", "0.099")).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(with(bottleneck, "outsideLargestDesigner", "0.1")).staysSilent();
    }

    @Test
    void excusesASmallBuyerWithExitPlans() {
        rule.about(small(true)).staysSilent();
        assertThat(rule.about(small(false)).fires(Severity.MAJOR, Effect.AGAINST).sentence()).contains("exit plan");
    }

    @Test
    void isUnknownWithoutExitPlansOfASmallBuyerWithoutShareOrQuadrant() {
        rule.about(small(null)).isUnknown("exit plans");
        rule.about(with(critical("0.2", "0.2"), "secondSourceShare", null)).isUnknown("outside its largest designer");
        rule.about(with(critical("0.2", "0.2"), "quadrant", null)).isUnknown("Kraljic quadrant");
    }

    @Test
    void isNotAboutASmallBuyerWhoseSecondSourceSufficesOrWhoseWorkMayStop() {
        rule.about(with(small(null), "secondSourceShort", false)).doesNotApply();
        rule.about(with(small(null), "critical", false)).doesNotApply();
    }

    private static Portfolio critical(String share, String needed) {
        Portfolio known = with(with(with(portfolio(), "critical", true), "secondSourceWorkload", "serve"), "secondSourceShare", share);
        return with(with(with(known, "secondSourceNeeded", needed), "quadrant", Quadrant.LEVERAGE), "outsideLargestDesigner", "0.5");
    }

    private static Portfolio small(Boolean exitPlans) {
        return with(with(with(critical("0.1", "0.2"), "small", true), "secondSourceShort", true), "exitPlans", exitPlans);
    }
}
