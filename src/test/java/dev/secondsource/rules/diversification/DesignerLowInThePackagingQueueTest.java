package dev.secondsource.rules.diversification;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class DesignerLowInThePackagingQueueTest {
    private final RuleVerifier rule = RuleVerifier.of("DIV-05").with("div.packaging-share-least", "0.05");

    @Test
    void warnsJustUnderATwentiethWithNothingSigned() {
        rule.about(designer("0.049", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyATwentieth() {
        rule.about(designer("0.05", false)).staysSilent();
    }

    @Test
    void asksNothingWhereAVolumeIsSigned() {
        rule.about(designer("0.049", true)).doesNotApply();
    }

    @Test
    void asksNothingOfAChipThatNeedsNoSuchPackaging() {
        rule.about(with(designer("0.049", false), "integration.plainPackage", true)).doesNotApply();
    }

    @Test
    void isUnknownWithoutTheShare() {
        rule.about(designer(null, false)).isUnknown("share of the packaging");
    }

    @Test
    void isUnknownJustUnderATwentiethIfTheContractDoesNotSayAndSilentAtIt() {
        rule.about(designer("0.049", null)).isUnknown("is not stated");
        rule.about(designer("0.05", null)).staysSilent();
    }

    private static Candidate designer(String share, Boolean signed) {
        return candidate("designer.name", "Maker", "designer.packagingShare", share, "deal.volumeSigned", signed, "deal.volumeUnstated", signed == null);
    }
}
