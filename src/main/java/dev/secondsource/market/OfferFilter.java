package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which offers somebody wants to see. An empty set and a null bound ask for nothing. Names are compared without regard to
 * case.
 *
 * @param regions ids of regions, or countries
 * @param leastPrice money per accelerator, as {@link #price} has it; an offer without a price passes no bound
 * @param mostPrice likewise
 * @param leastMemoryGiB of one accelerator; one of unknown memory passes no bound
 * @param mostMemoryGiB likewise
 */
public record OfferFilter(
        Set<String> designers,
        Set<String> accelerators,
        Set<String> providers,
        Set<String> regions,
        Set<PricingKind> pricing,
        @Nullable BigDecimal leastPrice,
        @Nullable BigDecimal mostPrice,
        @Nullable BigDecimal leastMemoryGiB,
        @Nullable BigDecimal mostMemoryGiB) {

    /** Asks for everything. */
    public static final OfferFilter ALL = new OfferFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null);

    public OfferFilter {
        designers = Set.copyOf(designers);
        accelerators = Set.copyOf(accelerators);
        providers = Set.copyOf(providers);
        regions = Set.copyOf(regions);
        pricing = Set.copyOf(pricing);
    }

    public boolean accepts(Offer offer, Market market) {
        Accelerator part = market.accelerator(offer.accelerator());
        return named(designers, part.designer())
                && named(accelerators, part.id())
                && named(providers, offer.provider())
                && (regions.isEmpty() || offer.region() != null && (named(regions, offer.region().id()) || named(regions, offer.region().country())))
                && (pricing.isEmpty() || pricing.contains(offer.pricing()))
                && (!boundsPrice() || isHourly(offer) != onlyBought() && within(price(offer), leastPrice, mostPrice))
                && within(part.memoryGiB(), leastMemoryGiB, mostMemoryGiB);
    }

    /** An hourly price and one for good are never held against the same bound: bought parts pass only if asked for alone. */
    private boolean onlyBought() {
        return pricing.equals(Set.of(PricingKind.PURCHASE));
    }

    /** A bound on the price is set, so that offers without one cannot be told to pass. */
    public boolean boundsPrice() {
        return leastPrice != null || mostPrice != null;
    }

    /** Money per accelerator: an hour of a rented one, the whole of a bought one; null if not known. */
    public static @Nullable BigDecimal price(Offer offer) {
        return offer.price() == null ? null : offer.price().dividedBy(BigDecimal.valueOf(offer.acceleratorCount())).amount();
    }

    private static boolean isHourly(Offer offer) {
        return offer.pricing() != PricingKind.PURCHASE;
    }

    private static boolean named(Set<String> names, String name) {
        return names.isEmpty() || names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean within(@Nullable BigDecimal value, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (least == null && most == null) return true;
        return value != null && (least == null || value.compareTo(least) >= 0) && (most == null || value.compareTo(most) <= 0);
    }
}
