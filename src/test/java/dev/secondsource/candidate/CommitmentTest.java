package dev.secondsource.candidate;

import static dev.secondsource.candidate.Bench.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.fit.Samples;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A commitment of three years at a discount, for a demand of N(100, 30), by the closed formulas. */
class CommitmentTest {
    private static final Policy DECLINES = Policies.of("tco.moderate-decline", "0.2", "tco.fast-decline", "0.3");
    private static final Quantiles DEMAND = new Quantiles(decimal("61.5535"), decimal("100"), decimal("138.4465"));
    private static final Offer ON_DEMAND = Samples.offer(Samples.h100(), 8, PricingKind.ON_DEMAND, "100", null);

    @Test
    void isNothingUnlessCommittedWithAPriceToCompareWith() {
        Offer committed = committed("63");

        assertThat(of(ON_DEMAND, ON_DEMAND, "1").discount()).isNull();
        assertThat(of(committed, null, "1").discount()).isNull();
        assertThat(of(Facts.with(committed, "price", null), ON_DEMAND, "1").discount()).isNull();
        assertThat(of(Facts.with(committed, "price", Money.of(BigDecimal.TEN, Currency.getInstance("EUR"))), ON_DEMAND, "1").discount()).isNull();
    }

    /** Newsvendor: 37 % off is worth committing to 90.0 of 100; 55 % to 103.8; 72 % to 117.5. */
    @Test
    void isWorthWhatTheDiscountIs() {
        assertThat(of(committed("63"), ON_DEMAND, "1").worthCommitting()).isCloseTo(decimal("0.900"), within(decimal("0.0005")));
        assertThat(of(committed("45"), ON_DEMAND, "1").worthCommitting()).isCloseTo(decimal("1.038"), within(decimal("0.0005")));
        assertThat(of(committed("28"), ON_DEMAND, "1").worthCommitting()).isCloseTo(decimal("1.175"), within(decimal("0.0005")));
    }

    @Test
    void hasAnExcessOnlyAboveWhatItIsWorth() {
        assertThat(of(committed("63"), ON_DEMAND, "1").excess()).isCloseTo(decimal("0.1"), within(decimal("0.0005")));
        assertThat(of(committed("45"), ON_DEMAND, "1").excess()).isEqualByComparingTo("0");
        assertThat(of(committed("45"), ON_DEMAND, null).excess()).isNull();
    }

    /** At 37 % off it must be used to 63 %; N(100, 30) falls below 63 with probability .1087. */
    @Test
    void isUnderusedAsOftenAsDemandFallsBelowItsBreakEven() {
        Commitment commitment = of(committed("63"), ON_DEMAND, "1");

        assertThat(commitment.breakEvenUtilisation()).isEqualByComparingTo("0.63");
        assertThat(commitment.underuseProbability()).isCloseTo(decimal("0.1087"), within(decimal("0.0005")));
    }

    /** Mean price over three years at −20 % a year is .813 of today's, at −30 % .73. */
    @Test
    void paysAgainstFallingPricesUpToTheMeanFuturePrice() {
        Commitment both = of(committed("73"), ON_DEMAND, "1");
        Commitment one = of(committed("73.1"), ON_DEMAND, "1");
        Commitment none = of(committed("82"), ON_DEMAND, "1");

        assertThat(both.paysAtModerateDecline()).isTrue();
        assertThat(both.paysAtFastDecline()).isTrue();
        assertThat(one.paysAtModerateDecline()).isTrue();
        assertThat(one.paysAtFastDecline()).isFalse();
        assertThat(none.paysAtModerateDecline()).isFalse();
    }

    /** Work that can wait pays on demand for its own hours only, so a commitment must beat half the price at half use. */
    @Test
    void competesWithTheHoursThatWouldBePaidOnDemand() {
        Workload batch = Facts.with(workload(), "kind", WorkloadKind.BATCH_INFERENCE);

        assertThat(Commitment.of(committed("45"), ON_DEMAND, BigDecimal.ONE, batch, DECLINES).paysAtModerateDecline()).isFalse();
        assertThat(Commitment.of(committed("40"), ON_DEMAND, BigDecimal.ONE, batch, DECLINES).paysAtModerateDecline()).isTrue();
    }

    private static Commitment of(Offer offer, @Nullable Offer onDemand, @Nullable String committedShare) {
        return Commitment.of(offer, onDemand, committedShare == null ? null : decimal(committedShare), workload(), DECLINES);
    }

    private static Workload workload() {
        return Facts.with(Samples.llama70b().kind(WorkloadKind.ONLINE_SERVING).utilisation("0.5").build(), "volumePerMonth", DEMAND);
    }

    private static Offer committed(String price) {
        return Samples.offer(Samples.h100(), 8, PricingKind.COMMITTED, price, 36);
    }
}
