package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SupplierLeansOnOneCustomerTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-03")
            .with("vrk.top-customer-share-major", "0.50").with("vrk.top-customer-share-note", "0.10");

    @Test
    void warnsOfAProviderWithSixtyTwoPercentFromOneCustomer() {
        var finding = rule.about(suppliers("0.62", "0.05")).fires(Severity.MAJOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("Cloud").contains("62 %");
    }

    @Test
    void warnsOfADesignerJustOverHalf() {
        rule.about(suppliers("0.05", "0.501")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void onlyNotesExactlyHalf() {
        rule.about(suppliers("0.50", "0.05")).fires(Severity.NOTE, Effect.AGAINST);
        rule.about(suppliers("0.05", "0.50")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyATenth() {
        rule.about(suppliers("0.10", "0.10")).staysSilent();
    }

    @Test
    void isUnknownWhenEitherShareIsMissing() {
        rule.about(suppliers(null, "0.05")).isUnknown("revenue share of its largest customer (provider)");
        rule.about(suppliers("0.05", null)).isUnknown("revenue share of its largest customer (designer)");
    }

    private static Candidate suppliers(String provider, String designer) {
        return candidate("provider.name", "Cloud", "provider.topCustomerShare", provider, "designer.name", "Maker", "designer.topCustomerShare", designer);
    }
}
