package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which offers somebody wants to see. An empty set and a span without bounds ask for nothing. Names are compared without regard to
 * case.
 *
 * @param regions ids of regions, or countries
 * @param countries ISO 3166 alpha-2 of where it runs
 * @param price money per accelerator, as {@link #price} has it; an offer without a price passes no bound
 * @param memoryGiB of one accelerator; one of unknown memory passes no bound
 * @param chips accelerators in one unit
 * @param termMonths of commitments; what has no term passes no bound
 */
public record OfferFilter(
        Set<String> designers,
        Set<String> accelerators,
        Set<String> providers,
        Set<String> regions,
        Set<String> countries,
        Set<PricingKind> pricing,
        Span price,
        Span memoryGiB,
        Span chips,
        Span termMonths) {

    /** Asks for everything. */
    public static final OfferFilter ALL = new OfferFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Span.ALL, Span.ALL, Span.ALL, Span.ALL);

    public OfferFilter {
        designers = Set.copyOf(designers);
        accelerators = Set.copyOf(accelerators);
        providers = Set.copyOf(providers);
        regions = Set.copyOf(regions);
        countries = Set.copyOf(countries);
        pricing = Set.copyOf(pricing);
    }

    public boolean accepts(Offer offer, Market market) {
        Accelerator part = market.accelerator(offer.accelerator());
        return named(designers, part.designer())
                && named(accelerators, part.id())
                && named(providers, offer.provider())
                && (regions.isEmpty() || offer.region() != null && (named(regions, offer.region().id()) || named(regions, offer.region().country())))
                && (countries.isEmpty() || offer.region() != null && named(countries, offer.region().country()))
                && (pricing.isEmpty() || pricing.contains(offer.pricing()))
                && (!boundsPrice() || isHourly(offer) != onlyBought() && price.holds(price(offer)))
                && memoryGiB.holds(part.memoryGiB())
                && chips.holds(BigDecimal.valueOf(offer.acceleratorCount()))
                && termMonths.holds(offer.termMonths() == null ? null : BigDecimal.valueOf(offer.termMonths()));
    }

    /** An hourly price and one for good are never held against the same bound: bought parts pass only if asked for alone. */
    private boolean onlyBought() {
        return pricing.equals(Set.of(PricingKind.PURCHASE));
    }

    /** A bound on the price is set, so that offers without one cannot be told to pass. */
    public boolean boundsPrice() {
        return price.isBound();
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
}
