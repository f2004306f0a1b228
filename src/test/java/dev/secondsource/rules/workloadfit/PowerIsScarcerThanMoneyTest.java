package dev.secondsource.rules.workloadfit;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PowerIsScarcerThanMoneyTest {
    private final RuleVerifier rule = RuleVerifier.of("FIT-13");

    @Test
    void notesThatTheSiteIsFullFirst() {
        rule.about(owned("901", "900")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentIfBothEndTogether() {
        rule.about(owned("900", "900")).staysSilent();
    }

    @Test
    void isUnknownWithoutABudget() {
        rule.about(owned(null, "900")).isUnknown("budget");
    }

    @Test
    void doesNotApplyToWhatIsRented() {
        rule.about(candidate("sustainability.affordableKw", "901", "supply.sitePowerKw", "900")).doesNotApply();
    }

    private static Candidate owned(String affordable, String site) {
        return candidate("deal.owned", true, "sustainability.affordableKw", affordable, "supply.sitePowerKw", site);
    }
}
