package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerSetsThePriceTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-12").with("vrk.price-power-margin", "0.60")
            .with("vrk.price-power-market-share", "0.50").with("vrk.single-source-designers", "1");

    @Test
    void warnsOfPricePowerWithNobodyElseEligible() {
        rule.about(designer("0.711", "0.90", 1)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksItWithASecondEligibleDesigner() {
        rule.about(designer("0.711", "0.90", 2)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyEitherBar() {
        rule.about(designer("0.60", "0.90", 1)).staysSilent();
        rule.about(designer("0.711", "0.50", 1)).staysSilent();
    }

    @Test
    void stillRemarksItBeforeTheOthersAreKnown() {
        rule.about(designer("0.711", "0.90", null)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void isUnknownWithoutMarginOrShare() {
        rule.about(designer(null, "0.90", 2)).isUnknown("gross margin (designer)");
        rule.about(designer("0.711", null, 2)).isUnknown("share of the accelerator market");
    }

    private static Candidate designer(String margin, String share, Integer eligible) {
        return candidate("designer.name", "Maker", "designer.grossMargin", margin, "designer.marketShare", share,
                "standing.eligibleDesigners", eligible);
    }
}
