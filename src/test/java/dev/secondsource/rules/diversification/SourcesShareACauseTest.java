package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesShareACauseTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-13")
            .with("div.shared-layers", "2");

    @Test
    void isARemarkWhereTwoLayersAreShared() {
        assertThat(rule.about(shared(2, 2)).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("foundry (tsmc), jurisdiction (US)", "9.7 %");
        rule.about(shared(3, 3)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentWhereOneIsShared() {
        rule.about(shared(1, 1)).staysSilent();
    }

    @Test
    void isUnknownWhereALayerIsNotDisclosedAndCouldDecide() {
        rule.about(shared(1, 2)).isUnknown("nobody discloses");
        rule.about(with(shared(2, 2), "sharedLayers", null)).isUnknown("are known to share");
    }

    @Test
    void isNotAboutASingleDesigner() {
        rule.about(with(shared(2, 2), "secondSource", false)).doesNotApply();
    }

    private static Portfolio shared(int known, int possible) {
        Portfolio two = with(with(with(portfolio(), "secondSource", true), "sharedLayers", known), "possibleSharedLayers", possible);
        return with(with(two, "sharedLayerNames", List.of("foundry (tsmc)", "jurisdiction (US)")), "bothFail", "0.0966");
    }
}
