package dev.secondsource.rules.channelconflict;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class SellerAlsoRentsTest {
    private final RuleVerifier rule = RuleVerifier.of("CHN-06");

    @Test
    void warnsOfSupportShorterThanTheLife() {
        rule.about(bought(true, "4.9")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentIfItLastsAsLong() {
        rule.about(bought(true, "5")).staysSilent();
    }

    @Test
    void isUnknownWithoutAPromise() {
        rule.about(bought(true, null)).isUnknown("years for which spares");
    }

    @Test
    void doesNotApplyToAMakerWhoOnlySells() {
        rule.about(bought(false, "1")).doesNotApply();
    }

    private static Candidate bought(boolean rents, String promised) {
        return candidate("deal.owned", true, "integration.designerAlsoRents", rents, "designer.name", "Maker", "deal.supportYears", promised, "ownership.lifeYears", "5");
    }
}
