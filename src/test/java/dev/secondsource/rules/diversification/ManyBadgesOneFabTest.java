package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.portfolio;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ManyBadgesOneFabTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-11")
            .with("div.illusion-effective", "0.5");

    /** 10, 6, 10, 0.75 and 2 announced gigawatts over five designers and one foundry. */
    @Test
    void noteTheAnnouncedGigawatts() {
        assertThat(rule.about(spread("3.436", "1", "2.436")).fires(Severity.NOTE, Effect.AGAINST).sentence())
                .contains("3.436", "designer layer", "foundry layer");
    }

    @Test
    void firesExactlyAtTheGapAndStaysSilentBelow() {
        rule.about(spread("1.5", "1", "0.5")).fires(Severity.NOTE, Effect.AGAINST);
        rule.about(spread("1.499", "1", "0.499")).staysSilent();
    }

    @Test
    void isUnknownWhereAFoundryIsNotDisclosed() {
        rule.about(with(with(spread("3", "1", "2"), "effectiveFoundries", null), "illusion", null)).isUnknown("effective number of foundries");
    }

    private static Portfolio spread(String designers, String foundries, String illusion) {
        return with(with(with(portfolio(), "effectiveDesigners", designers), "effectiveFoundries", foundries), "illusion", illusion);
    }
}
