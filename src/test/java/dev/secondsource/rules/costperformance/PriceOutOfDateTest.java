package dev.secondsource.rules.costperformance;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;

class PriceOutOfDateTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-11").with("cpf.floating-price-days", "90")
            .with("cpf.list-price-days", "180").with("cpf.price-days", "365");

    @Test
    void remarksOnAFloatingRateOlderThanAQuarter() {
        rule.about(price(true, 90)).staysSilent();

        Finding finding = rule.about(price(true, 91)).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains("91 days");
    }

    @Test
    void remarksOnAListPriceOlderThanHalfAYear() {
        rule.about(price(false, 180)).staysSilent();
        rule.about(price(false, 181)).fires(Severity.MINOR, Effect.AGAINST);
        rule.about(price(false, 365)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void takesAPriceOlderThanAYearForUnknown() {
        assertThat(rule.about(price(false, 366)).isUnknown("366 days").severity()).isEqualTo(Severity.BLOCKER);
        assertThat(rule.about(price(true, 366)).isUnknown("366 days").severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isUnknownWithoutADate() {
        rule.about(with(price(false, 1), "price.ageDays", null)).isUnknown("age of the price");
    }

    @Test
    void isNotAboutAnOfferWithoutAPrice() {
        rule.about(with(price(false, 366), "price.stated", false)).doesNotApply();
    }

    private static Candidate price(boolean floating, int days) {
        Candidate candidate = with(with(candidate(), "price.stated", true), "price.floating", floating);
        return with(candidate, "price.ageDays", days);
    }
}
