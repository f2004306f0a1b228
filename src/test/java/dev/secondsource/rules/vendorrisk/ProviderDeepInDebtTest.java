package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ProviderDeepInDebtTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-04")
            .with("vrk.net-debt-to-ebitda-major", "4").with("vrk.short-term-rate-major", "0.10");

    @Test
    void warnsOfDebtJustOverFourTimesEarnings() {
        rule.about(provider("4.1", "0.05")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void warnsOfMoneyBorrowedAtJustOverTenPercent() {
        var finding = rule.about(provider("1", "0.101")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("10.1 %");
    }

    @Test
    void staysSilentExactlyAtBothBars() {
        rule.about(provider("4", "0.10")).staysSilent();
    }

    @Test
    void firesOnTheRateAloneWhenTheDebtIsNotKnown() {
        rule.about(provider(null, "0.101")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutDebtOrRate() {
        rule.about(provider(null, "0.05")).isUnknown("net debt over EBITDA");
        rule.about(provider("1", null)).isUnknown("yearly rate on its short-term debt");
    }

    @Test
    void isNotAboutMachinesTheBuyerOwns() {
        rule.about(with(provider("4.1", "0.05"), "deal.owned", true)).doesNotApply();
    }

    private static Candidate provider(String debt, String rate) {
        return candidate("provider.name", "Cloud", "provider.netDebtToEbitda", debt, "provider.shortTermRate", rate);
    }
}
