package dev.secondsource.catalogue;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoldAs;
import dev.secondsource.policy.Policy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list is judged against.
 *
 * @param provider supplier id of the seller; empty for lists of measurements
 * @param asOf the day the list speaks of
 * @param currency the currency in which prices are expected
 * @param market as it is before the import, with the price of each offer that is nearest to the day
 * @param regions countries of the provider's regions that the market has, by region
 * @param places countries of all regions the provider is known to have, by region; empty if nothing is known of it
 * @param aliases names of parts
 * @param policy thresholds
 */
public record Known(
        String provider, LocalDate asOf, String currency, Market market, Map<String, String> regions, Map<String, String> places, Aliases aliases, Policy policy) {
    /** What is too far from its like to be believed. */
    Plausible plausible() {
        return Plausible.ofList(policy::number);
    }

    /** The table of names as this import reads it. */
    public static Aliases aliases(Iterable<Alias> lines, Market market, Policy policy) {
        java.util.List<Alias> all = new java.util.ArrayList<>();
        lines.forEach(all::add);
        return new Aliases(all, market.accelerators().keySet(), policy.number(Plausible.MEMORY_TOLERANCE));
    }

    /** A machine of the provider as the market's own offers describe it. */
    record Machine(String accelerator, int count, @Nullable SoldAs soldAs) {}

    Map<String, Machine> machines() {
        Map<String, Machine> machines = new HashMap<>();
        for (Offer offer : market.offers())
            if (offer.provider().equals(provider) && offer.pricing() != PricingKind.PURCHASE && offer.pricing() != PricingKind.UNPRICED)
                machines.put(offer.instanceType(), new Machine(offer.accelerator(), offer.acceleratorCount(), offer.soldAs()));
        return machines;
    }

    /** The accelerators that the provider sells one by one, and only so. */
    Set<String> soldSingly() {
        Set<String> single = new TreeSet<>();
        Set<String> otherwise = new TreeSet<>();
        for (Offer offer : market.offers()) {
            if (!offer.provider().equals(provider) || offer.pricing() == PricingKind.PURCHASE || offer.pricing() == PricingKind.UNPRICED) continue;
            (offer.soldAs() == SoldAs.ACCELERATOR ? single : otherwise).add(offer.accelerator());
        }
        single.removeAll(otherwise);
        return single;
    }

    @Nullable Accelerator part(String id) {
        return market.accelerators().get(id);
    }
}
