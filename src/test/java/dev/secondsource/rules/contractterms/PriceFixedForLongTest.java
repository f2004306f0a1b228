package dev.secondsource.rules.contractterms;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PriceFixedForLongTest {
    private final RuleVerifier rule = RuleVerifier.of("CTR-03")
            .with("ctr.fixed-price-months-major", "24").with("ctr.fixed-price-months-minor", "12");

    @Test
    void warnsJustOverTwoYears() {
        rule.about(term(25, false)).fires(Severity.MAJOR, Effect.AGAINST);
    }

    @Test
    void remarksFromJustOverOneToExactlyTwoYears() {
        rule.about(term(13, false)).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(term(24, false)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void staysSilentAtExactlyAYearOrWithAReopener() {
        rule.about(term(12, false)).staysSilent();
        rule.about(term(36, true)).staysSilent();
    }

    @Test
    void isUnknownWhenTheContractDoesNotSay() {
        rule.about(term(36, null)).isUnknown("price re-opener");
    }

    @Test
    void isNotAboutRentByTheHour() {
        rule.about(with(term(36, false), "deal.committed", false)).doesNotApply();
    }

    private static Candidate term(int months, Boolean reset) {
        return candidate("deal.committed", true, "deal.termMonths", months, "deal.priceReset", reset);
    }
}
