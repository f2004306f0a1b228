package dev.secondsource.rules.vendorrisk;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class LeadTimeLongTest {
    private final RuleVerifier rule = RuleVerifier.of("VRK-06").with("vrk.lead-weeks-major", "40").with("vrk.lead-weeks-minor", "26");

    @Test
    void warnsJustOverFortyWeeks() {
        rule.about(order("41")).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void onlyRemarksItWhenThereIsADateToHoldItAgainst() {
        rule.about(with(order("41"), "supply.boundByDate", true)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverHalfAYearToExactlyFortyWeeks() {
        rule.about(order("26.1")).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(order("40")).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyHalfAYear() {
        rule.about(order("26")).staysSilent();
    }

    @Test
    void isUnknownWithoutALeadTime() {
        rule.about(order(null)).isUnknown("median lead time");
    }

    @Test
    void isNotAboutCapacityThatNeedsNoOrder() {
        rule.about(with(order("41"), "deal.ordered", false)).doesNotApply();
    }

    private static Candidate order(String weeks) {
        return candidate("deal.ordered", true, "supply.leadWeeks", weeks);
    }
}
