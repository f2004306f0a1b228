package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ProviderDeepInDebtTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-04").with("vrk.net-debt-to-ebitda-major", "4").with("vrk.short-term-rate-major", "0.10");

    @Test
    void warnsOfDebtJustAboveFourTimesEarnings() {
        rule.about(provider("4.1", "0.05")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void warnsOfARateJustAboveTenPercent() {
        rule.about(provider("1", "0.101")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void speaksOnOneOfTheTwo() {
        rule.about(provider("4.1", null)).fires(Severity.MAJOR, Effect.AGAINST);
        rule.about(provider(null, "0.101")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtBothBars() {
        rule.about(provider("4", "0.10")).staysSilent();
    }

    @Test
    void isUnknownWithoutEither() {
        rule.about(provider(null, null)).isUnknown("net debt");
    }

    @Test
    void doesNotApplyToWhatIsBought() {
        rule.about(candidate("deal.owned", true, "provider.name", "Cloud", "provider.netDebtToEbitda", "9")).doesNotApply();
    }

    private static Candidate provider(String leverage, String rate) {
        return candidate("provider.name", "Cloud", "provider.netDebtToEbitda", leverage, "provider.shortTermRate", rate);
    }
}
