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

class SecondSourceIsColdTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-14")
            .with("div.cold-second-source-counts", "0.5");

    @Test
    void isARemarkWhereTheSecondSourceIsNotInProduction() {
        assertThat(rule.about(cold(List.of("rocm"))).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("rocm", "counts 0.5");
    }

    @Test
    void staysSilentWhereItIs() {
        rule.about(cold(List.of())).staysSilent();
    }

    @Test
    void isNotAboutWorkThatMayStop() {
        rule.about(with(cold(List.of("rocm")), "critical", false)).doesNotApply();
    }

    private static Portfolio cold(List<String> stacks) {
        return with(with(portfolio(), "critical", true), "coldStacks", stacks);
    }
}
