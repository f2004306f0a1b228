package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OddityTest {
    private static final Evidence ORIGIN = new Evidence("x", "x", Grade.E1, LocalDate.of(2026, 1, 1));

    @Test
    void noticesSpotAboveOnDemandOfTheSameUnitAndRegion() {
        Market market = market(part("80", "3350"), offer("spot", PricingKind.SPOT, null, "10.01", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market)).singleElement().satisfies(odd -> {
            assertThat(odd.kind()).isEqualTo(Oddity.Kind.SPOT_ABOVE_ON_DEMAND);
            assertThat(odd.subject()).isEqualTo("spot");
        });
    }

    @Test
    void isSilentWhenSpotEqualsOnDemand() {
        Market market = market(part("80", "3350"), offer("spot", PricingKind.SPOT, null, "10", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market)).isEmpty();
    }

    @Test
    void noticesACommitmentAboveOnDemand() {
        Market market = market(part("80", "3350"), offer("year", PricingKind.COMMITTED, 12, "11", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market)).extracting(Oddity::kind).containsExactly(Oddity.Kind.COMMITTED_ABOVE_ON_DEMAND);
    }

    @Test
    void noticesAPriceOfTheWholeUnitBookedForOneChip() {
        Market market = market(
                part("80", "3350"),
                offer("a", PricingKind.CAPACITY_BLOCK, null, "40", 8),
                offer("b", PricingKind.CAPACITY_BLOCK, null, "44", 8),
                offer("c", PricingKind.CAPACITY_BLOCK, null, "42", 1));

        assertThat(Oddity.of(market)).singleElement().satisfies(odd -> {
            assertThat(odd.kind()).isEqualTo(Oddity.Kind.FAR_FROM_PEERS);
            assertThat(odd.subject()).isEqualTo("c");
            assertThat(odd.what()).isEqualTo("42 per chip and hour, the median of 3 like it is 5.5");
        });
    }

    @Test
    void noticesHostMemoryBookedAsChipMemory() {
        Market market = market(part("2048", "2900"), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market)).extracting(Oddity::kind).containsExactly(Oddity.Kind.IMPLAUSIBLE_MEMORY);
    }

    @Test
    void isSilentOnPartsOfUnknownMemory() {
        Market market = market(part(null, null), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market)).isEmpty();
    }

    private static Market market(Accelerator part, Offer... offers) {
        return new Market("test", Map.of(part.id(), part), Map.of(), Map.of(), List.of(offers), List.of(), List.of(), List.of());
    }

    private static Accelerator part(@Nullable String memory, @Nullable String bandwidth) {
        return new Accelerator(
                "X", "x", null, decimal(memory), null, decimal(bandwidth), Map.of(), null, null, null, null, null, null, null, true, true, true,
                true, "cuda", null, null, null, ORIGIN, "");
    }

    private static Offer offer(String id, PricingKind pricing, @Nullable Integer term, String price, int chips) {
        return new Offer(
                id, "cloud", "unit", "X", chips, SoldAs.MACHINE, new Region("cloud", "here", "US"), pricing, term, Money.usd(price), ORIGIN, "");
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
