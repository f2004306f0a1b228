package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class LateDeliveryWithoutDamagesTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-08").with("vrk.lead-weeks-minor", "26");

    @Test
    void warnsJustOverHalfAYearWithoutDamages() {
        rule.about(order("27", false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyHalfAYearOrWithDamages() {
        rule.about(order("26", false)).staysSilent();
        rule.about(order("27", true)).staysSilent();
    }

    @Test
    void isUnknownWithoutTheWaitOrTheTerms() {
        rule.about(order(null, false)).isUnknown("median lead time");
        rule.about(order("27", null)).isUnknown("damages for late delivery");
    }

    @Test
    void isNotAboutCapacityThatNeedsNoOrder() {
        rule.about(with(order("27", false), "deal.ordered", false)).doesNotApply();
    }

    private static Candidate order(String weeks, Boolean damages) {
        return candidate("deal.ordered", true, "provider.name", "Cloud", "supply.leadWeeks", weeks, "deal.deliveryMilestones", damages);
    }
}
