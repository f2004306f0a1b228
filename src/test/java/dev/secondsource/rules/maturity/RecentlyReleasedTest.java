package dev.secondsource.rules.maturity;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class RecentlyReleasedTest {
    private final RuleVerifier rule = RuleVerifier.of("MAT-04").with("mat.months-available-major", "6").with("mat.months-available-minor", "12");

    @Test
    void warnsBeforeHalfAYear() {
        rule.about(onSaleFor(5)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromExactlyHalfAYearToJustUnderAYear() {
        rule.about(onSaleFor(6)).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(onSaleFor(11)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyAYear() {
        rule.about(onSaleFor(12)).staysSilent();
    }

    @Test
    void isUnknownWithoutADate() {
        rule.about(onSaleFor(null)).isUnknown("months since general availability");
    }

    @Test
    void isNotAboutPartsThatAreNotSold() {
        rule.about(with(onSaleFor(5), "maturity.soldExternally", false)).doesNotApply();
    }

    private static Candidate onSaleFor(Integer months) {
        return candidate("maturity.soldExternally", true, "maturity.monthsAvailable", months);
    }
}
