package dev.secondsource.rules.totalcost;

import static dev.secondsource.rules.Facts.candidate;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class ExtrasNotInThePriceTest {
    private final RuleVerifier rule = RuleVerifier.of("TCO-09").with("tco.extras-share", "0.10");

    @Test
    void notesJustAboveTheBar() {
        rule.about(rented("0.11")).fires(Severity.NOTE, Effect.AGAINST);
    }

    @Test
    void staysSilentAtTheBar() {
        rule.about(rented("0.10")).staysSilent();
    }

    @Test
    void doesNotApplyToWhatIsBoughtOrHasNoPrice() {
        rule.about(candidate("deal.owned", true, "price.stated", true, "price.assumedExtras", "0.5")).doesNotApply();
        rule.about(candidate("price.assumedExtras", "0.5")).doesNotApply();
    }

    private static Candidate rented(String extras) {
        return candidate("price.stated", true, "price.assumedExtras", extras);
    }
}
