package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class CommitmentsEndTogetherTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-16")
            .with("div.ending-together", "0.5");

    @Test
    void isARemarkAboveTheLimit() {
        rule.about(ending("0.501")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheLimit() {
        rule.about(ending("0.5")).staysSilent();
    }

    @Test
    void isUnknownWithoutTheTerms() {
        rule.about(with(ending("0.5"), "commitmentsEndingTogether", null)).isUnknown("share of commitments");
    }

    @Test
    void isNotAboutABuyerWithoutCommitments() {
        rule.about(with(ending("1"), "committed", false)).doesNotApply();
    }

    private static Portfolio ending(String share) {
        return with(with(portfolio(), "committed", true), "commitmentsEndingTogether", share);
    }
}
