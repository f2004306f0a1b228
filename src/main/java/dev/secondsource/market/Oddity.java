package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something in a market that is possible but more often a mistake, so that a person should look at it.
 *
 * @param kind what is odd
 * @param subject id of the offer or accelerator
 * @param what one sentence with the numbers
 */
public record Oddity(Kind kind, String subject, String what) {
    /** Seen: spot quotes joined to the wrong region, slice memory booked as chip memory, exponents off by a hundred. */
    public enum Kind {
        SPOT_ABOVE_ON_DEMAND,
        COMMITTED_ABOVE_ON_DEMAND,
        LONGER_TERM_DEARER,
        FAR_FROM_PEERS,
        SOURCES_DISAGREE,
        PRICED_BEFORE_RELEASE,
        EXTRAORDINARY_TERM,
        NAME_CONTRADICTS_COUNT,
        NAME_CONTRADICTS_MEMORY,
        SELLER_IS_NO_PROVIDER,
        IMPLAUSIBLE_MEMORY,
        PEAKS_OUT_OF_ORDER
    }

    /** A price per chip this many times above or below the median of its like is far from its peers. */
    private static final BigDecimal FAR = BigDecimal.valueOf(5);
    /** GiB of one chip; the largest announced part has less than half of it. */
    private static final BigDecimal MOST_MEMORY = BigDecimal.valueOf(1024);
    /** GB/s per GiB: DDR parts are near 7, HBM parts between 20 and 80. Parts with on-chip memory are far above. */
    private static final BigDecimal LEAST_BANDWIDTH_PER_GIB = BigDecimal.valueOf(3);

    /** Every oddity of a market, by kind and subject. */
    public static List<Oddity> of(Market market) {
        List<Oddity> odd = new ArrayList<>();
        Map<List<String>, Offer> onDemand = new HashMap<>();
        Map<List<String>, List<Offer>> likes = new HashMap<>();
        for (Offer offer : market.newest().offers()) {
            if (offer.price() == null || offer.region() == null) continue;
            if (offer.pricing() == PricingKind.ON_DEMAND) onDemand.put(place(offer), offer);
            likes.computeIfAbsent(likeness(offer), any -> new ArrayList<>()).add(offer);
        }
        for (List<Offer> peers : likes.values()) {
            List<BigDecimal> prices = peers.stream().map(Oddity::perChip).sorted().toList();
            for (Offer offer : peers) {
                dearer(offer, onDemand.get(place(offer)), odd);
                far(offer, prices, odd);
            }
        }
        for (Accelerator part : market.accelerators().values()) memory(part, odd);
        Contradictions.of(market, odd);
        odd.sort(Comparator.comparing(Oddity::kind).thenComparing(Oddity::subject));
        return List.copyOf(odd);
    }

    private static void dearer(Offer offer, @Nullable Offer onDemand, List<Oddity> odd) {
        Kind kind = switch (offer.pricing()) {
            case SPOT -> Kind.SPOT_ABOVE_ON_DEMAND;
            case COMMITTED -> Kind.COMMITTED_ABOVE_ON_DEMAND;
            default -> null;
        };
        if (kind == null || onDemand == null || !offer.price().currency().equals(onDemand.price().currency())) return;
        if (offer.price().compareTo(onDemand.price()) > 0)
            odd.add(new Oddity(kind, offer.id(), offer.price() + " an hour, on demand " + onDemand.price()));
    }

    private static void far(Offer offer, List<BigDecimal> prices, List<Oddity> odd) {
        BigDecimal median = prices.get(prices.size() / 2);
        BigDecimal price = perChip(offer);
        if (price.compareTo(median.multiply(FAR)) > 0 || price.multiply(FAR).compareTo(median) < 0)
            odd.add(new Oddity(
                    Kind.FAR_FROM_PEERS,
                    offer.id(),
                    price.toPlainString() + " per chip and hour, the median of " + prices.size() + " like it is " + median.toPlainString()));
    }

    private static void memory(Accelerator part, List<Oddity> odd) {
        BigDecimal memory = part.memoryGiB();
        if (memory == null) return;
        boolean starved = part.memoryBandwidthGBs() != null
                && part.memoryBandwidthGBs().compareTo(memory.multiply(LEAST_BANDWIDTH_PER_GIB)) < 0;
        if (memory.compareTo(MOST_MEMORY) > 0 || starved)
            odd.add(new Oddity(
                    Kind.IMPLAUSIBLE_MEMORY,
                    part.id(),
                    memory.toPlainString() + " GiB" + (starved ? " at only " + part.memoryBandwidthGBs().toPlainString() + " GB/s" : "")));
    }

    private static BigDecimal perChip(Offer offer) {
        return offer.price().dividedBy(BigDecimal.valueOf(offer.acceleratorCount())).amount().stripTrailingZeros();
    }

    private static List<String> place(Offer offer) {
        return List.of(offer.provider(), offer.instanceType(), offer.region().id(), offer.price().currency().getCurrencyCode());
    }

    private static List<String> likeness(Offer offer) {
        return List.of(offer.accelerator(), offer.pricing().name(), String.valueOf(offer.termMonths()), offer.price().currency().getCurrencyCode());
    }
}
