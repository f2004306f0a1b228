package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SupplierShortOfCashTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-02").with("vrk.runway-months-major", "12")
            .with("vrk.runway-months-minor", "18").with("vrk.short-of-cash-share-cap", "0.10");

    @Test
    void warnsOfAProviderWithElevenMonthsLeftAndSaysWhatMayBeRisked() {
        var finding = rule.about(provider("11")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.mitigation()).contains("at most 0.1 of any workload");
    }

    @Test
    void warnsOfADesignerWithElevenMonthsLeft() {
        rule.about(designer("11")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromExactlyAYearToJustUnderEighteenMonths() {
        rule.about(provider("12")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(designer("17.9")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtEighteenMonths() {
        rule.about(provider("18")).staysSilent();
        rule.about(designer("18")).staysSilent();
    }

    @Test
    void isUnknownWithoutARunway() {
        rule.about(provider(null)).isUnknown("months of cash left (provider)");
        rule.about(designer(null)).isUnknown("months of cash left (designer)");
    }

    private static Candidate provider(String months) {
        return candidate("provider.name", "Cloud", "provider.runwayMonths", months, "designer.name", "Maker", "designer.runwayMonths", "99");
    }

    private static Candidate designer(String months) {
        return candidate("provider.name", "Cloud", "provider.runwayMonths", "99", "designer.name", "Maker", "designer.runwayMonths", months);
    }
}
