package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.MarketFiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferFilterTest {
    private static final Market MARKET = MarketFiles.bundled().orThrow();

    @Test
    void takesEverythingWhenNothingIsAsked() {
        assertThat(found(OfferFilter.ALL)).isEqualTo(MARKET.offers());
    }

    @Test
    void comparesNamesWithoutRegardToCase() {
        assertThat(found(filter(Set.of("mi300x"), Set.of(), null, null)))
                .isNotEmpty().allMatch(offer -> offer.accelerator().equals("MI300X"));
    }

    @Test
    void takesThePriceAtABoundAndNotOutside() {
        BigDecimal price = MARKET.offers().stream().filter(o -> o.pricing() == PricingKind.ON_DEMAND).map(OfferFilter::price)
                .filter(Objects::nonNull).sorted().toList().get(3);

        assertThat(found(filter(Set.of(), Set.of(), price, price))).isNotEmpty().allMatch(offer -> OfferFilter.price(offer).compareTo(price) == 0);
    }

    @Test
    void neverHoldsAnUnknownPriceOrOneForGoodAgainstAnHourlyBound() {
        assertThat(found(filter(Set.of(), Set.of(), BigDecimal.ZERO, null)))
                .isNotEmpty().noneMatch(o -> o.price() == null || o.pricing() == PricingKind.PURCHASE);
        assertThat(found(filter(Set.of(), Set.of(PricingKind.PURCHASE), BigDecimal.ZERO, null)))
                .isNotEmpty().allMatch(o -> o.pricing() == PricingKind.PURCHASE);
    }

    @Test
    void neverGroupsPricesOfDifferentPricingOrTerm() {
        List<OfferGroup> groups = OfferGroup.of(MARKET.offers(), Offer::accelerator);

        assertThat(groups).allSatisfy(group -> {
            assertThat(group.offers()).extracting(Offer::pricing).containsOnly(group.pricing());
            assertThat(group.offers()).extracting(Offer::termMonths).containsOnly(group.termMonths());
        });
        assertThat(groups.stream().mapToInt(g -> g.offers().size()).sum()).isEqualTo(MARKET.offers().size());
    }

    @Test
    void namesTheCheapestAndTheDearestOfAGroup() {
        for (OfferGroup group : OfferGroup.of(MARKET.offers(), Offer::accelerator)) {
            BigDecimal low = OfferFilter.price(group.cheapest());
            if (low == null) continue;
            assertThat(group.offers().stream().map(OfferFilter::price).filter(Objects::nonNull))
                    .allMatch(price -> price.compareTo(low) >= 0 && price.compareTo(OfferFilter.price(group.dearest())) <= 0);
        }
    }

    private static List<Offer> found(OfferFilter filter) {
        return MARKET.offers().stream().filter(offer -> filter.accepts(offer, MARKET)).toList();
    }

    private static OfferFilter filter(Set<String> accelerators, Set<PricingKind> pricing, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return new OfferFilter(Set.of(), accelerators, Set.of(), Set.of(), Set.of(), pricing, new Span(least, most), Span.ALL, Span.ALL, Span.ALL);
    }
}
