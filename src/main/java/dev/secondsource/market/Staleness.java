package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How old a price of each kind may be and still be fresh. A stale price is still a price, but its evidence counts a grade
 * less.
 *
 * @param mostDays age in days up to which a price is fresh, by pricing
 */
public record Staleness(Map<PricingKind, Integer> mostDays) {
    private static final Map<PricingKind, String> KEYS = new EnumMap<>(Map.of(PricingKind.ON_DEMAND, "cpf.on-demand-price-days", PricingKind.SPOT, "cpf.spot-price-days",
            PricingKind.COMMITTED, "cpf.committed-price-days", PricingKind.CAPACITY_BLOCK, "cpf.capacity-block-price-days", PricingKind.PURCHASE, "cpf.purchase-price-days"));

    public Staleness {
        mostDays = Map.copyOf(mostDays);
    }

    /** @param policy the value of a key */
    public static Staleness of(Function<String, BigDecimal> policy) {
        Map<PricingKind, Integer> days = new EnumMap<>(PricingKind.class);
        KEYS.forEach((kind, key) -> days.put(kind, policy.apply(key).intValue()));
        return new Staleness(days);
    }

    /** Policy keys it reads. */
    public static Set<String> policyKeys() {
        return new TreeSet<>(KEYS.values());
    }

    /** Older than its kind may be; what has no price or no date is not stale but unknown, and a negotiated price in force is as good as new. */
    public boolean isStale(Offer offer, LocalDate asOf) {
        return offer.price() != null && offer.contracted() == null && offer.evidence().date() != null && age(offer, asOf) > mostDays.get(offer.pricing());
    }

    /**
     * A market rate moves by the day: a spot price, or what somebody was seen to ask by the hour and has not published as a
     * price of its own. Whether a price read on a second-hand page is one is not known, so it is remarked on, and believed
     * as long as a list price.
     */
    public static boolean floats(Offer offer) {
        if (offer.price() == null || offer.contracted() != null) return false;
        return offer.pricing() == PricingKind.SPOT || offer.pricing() == PricingKind.ON_DEMAND && offer.evidence().given() != Grade.E1;
    }

    /** Days from the date of its price. */
    public static long age(Offer offer, LocalDate asOf) {
        return ChronoUnit.DAYS.between(offer.evidence().date(), asOf);
    }

    /** The offer as it can be believed on a day: a stale price a grade less, and its source says why. */
    Offer aged(Offer offer, LocalDate asOf) {
        if (!isStale(offer, asOf)) return offer;
        Evidence weaker = offer.evidence().lowered("stale: " + age(offer, asOf) + " days old on " + asOf + ", fresh up to " + mostDays.get(offer.pricing()));
        return new Offer(offer.id(), offer.provider(), offer.instanceType(), offer.accelerator(), offer.acceleratorCount(), offer.soldAs(), offer.region(), offer.pricing(), offer.termMonths(),
                offer.price(), weaker, offer.note(), offer.contracted(), offer.until());
    }
}
