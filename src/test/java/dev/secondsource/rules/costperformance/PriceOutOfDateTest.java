package dev.secondsource.rules.costperformance;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.PricingKind;
import dev.secondsource.rules.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceOutOfDateTest {
    private final RuleVerifier rule = RuleVerifier.of("CPF-11").with("cpf.spot-price-days", "90").with("cpf.on-demand-price-days", "180").with("cpf.committed-price-days", "150")
            .with("cpf.capacity-block-price-days", "60").with("cpf.purchase-price-days", "200").with("cpf.price-days", "365");

    @ParameterizedTest
    @CsvSource({"SPOT, 90", "ON_DEMAND, 180", "COMMITTED, 150", "CAPACITY_BLOCK, 60", "PURCHASE, 200"})
    void remarksOnAPriceOlderThanItsKindMayBe(PricingKind kind, int most) {
        rule.about(price(kind, most)).staysSilent();

        Finding finding = rule.about(price(kind, most + 1)).fires(Severity.MINOR, Effect.AGAINST);

        assertThat(finding.sentence()).contains(most + 1 + " days", "older than " + most, "believed a grade less");
        rule.about(price(kind, 365)).fires(Severity.MINOR, Effect.AGAINST);
    }

    @Test
    void takesAnObservedRateByTheHourForOneThatFloats() {
        rule.about(with(price(PricingKind.ON_DEMAND, 90), "price.floating", true)).staysSilent();

        assertThat(rule.about(with(price(PricingKind.ON_DEMAND, 91), "price.floating", true)).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("seen 91 days ago", "it may have moved");
    }

    @Test
    void saysOfAnObservedRateOnlyOnceThatItIsOld() {
        Candidate observed = with(price(PricingKind.ON_DEMAND, 181), "price.floating", true);

        assertThat(rule.about(observed).fires(Severity.MINOR, Effect.AGAINST).sentence()).contains("stale, and believed a grade less");
    }

    @Test
    void takesAPriceOlderThanAYearForUnknown() {
        assertThat(rule.about(price(PricingKind.ON_DEMAND, 366)).isUnknown("366 days").severity()).isEqualTo(Severity.BLOCKER);
        assertThat(rule.about(price(PricingKind.SPOT, 366)).isUnknown("366 days").severity()).isEqualTo(Severity.BLOCKER);
    }

    @Test
    void isUnknownWithoutADate() {
        rule.about(with(price(PricingKind.ON_DEMAND, 1), "price.ageDays", null)).isUnknown("age of the price");
    }

    @Test
    void isNotAboutAnOfferWithoutAPrice() {
        rule.about(with(price(PricingKind.ON_DEMAND, 366), "price.stated", false)).doesNotApply();
    }

    private static Candidate price(PricingKind kind, int days) {
        Candidate candidate = with(with(candidate(), "price.stated", true), "deal.pricing", kind);
        return with(with(candidate, "price.ageDays", days), "price.floating", kind == PricingKind.SPOT);
    }
}
