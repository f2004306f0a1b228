package dev.secondsource.market;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something in a market that is possible but more often a mistake, so that a person should look at it.
 *
 * @param kind what is odd
 * @param subject id of the offer or accelerator
 * @param day of the price it is about; null if it is about none
 * @param what one sentence with the numbers
 */
public record Oddity(Kind kind, String subject, @Nullable LocalDate day, String what) {
    /** Seen: spot quotes joined to the wrong region, slice memory booked as chip memory, exponents off by a hundred. */
    public enum Kind {
        SPOT_ABOVE_ON_DEMAND("nobody would take it: look at the source of both prices, the region they are of and the unit"),
        COMMITTED_ABOVE_ON_DEMAND("nobody would take it: look at the source of both prices and the unit"),
        LONGER_TERM_DEARER("look at the source: the two terms may be swapped"),
        FAR_FROM_PEERS("look at the source: a lost decimal point, a month for an hour, a machine or a slice for a chip; if it is right, leave it"),
        FAR_FROM_EARLIER("look at the source of both days: a lost decimal point, another unit; if the price did change so much, leave it"),
        OTHER_CURRENCY("give the currency the source prints; if the seller does bill in it, leave it"),
        SOURCES_DISAGREE("find out which source is right, and delete the other row"),
        PRICED_BEFORE_RELEASE("correct the day of the price or that of the release"),
        EXTRAORDINARY_TERM("term_months counts months, not days"),
        NAME_CONTRADICTS_COUNT("accelerator_count is that of the whole unit: a slice or one chip of a machine is another offer"),
        NAME_CONTRADICTS_MEMORY("name the part that has this memory; a slice of a chip is no offer"),
        MACHINE_CONTRADICTS("one machine is one thing: correct accelerator and accelerator_count, or give the smaller unit its own name"),
        UNKNOWN_REGION("correct the region in both files; if it is new, leave it"),
        ZONE_NOT_IN_REGION("the price was joined to the wrong region: correct region or zone"),
        COUNTRY_CONTRADICTS("correct the country in regions.csv"),
        SELLER_IS_NO_PROVIDER("correct the provider, or add the role to suppliers.yaml"),
        IMPLAUSIBLE_MEMORY("memory_gib is that of one chip, without the host's"),
        MEMORY_CONTRADICTS("memory_gib is that of one whole chip: correct it, or name the part that has this memory"),
        PEAKS_OUT_OF_ORDER("peaks are dense TFLOP/s: look for a lost decimal point");

        private final String mend;

        Kind(String mend) {
            this.mend = mend;
        }
    }

    /** GiB of one chip; the largest announced part has less than half of it. */
    private static final BigDecimal MOST_MEMORY = BigDecimal.valueOf(1024);
    /** GB/s per GiB: DDR parts are near 7, HBM parts between 20 and 80. Parts with on-chip memory are far above. */
    private static final BigDecimal LEAST_BANDWIDTH_PER_GIB = BigDecimal.valueOf(3);

    /** What to do about it. */
    public String mend() {
        return kind.mend;
    }

    /** Names the price of an offer on a day. */
    public static String dated(String offer, @Nullable LocalDate day) {
        return offer + " of " + day;
    }

    /** Every oddity of a market that it shows by itself, by kind and subject. */
    public static List<Oddity> of(Market market, Plausible plausible) {
        List<Oddity> odd = new ArrayList<>();
        prices(market, plausible, odd);
        for (Accelerator part : market.accelerators().values()) memory(part, odd);
        Contradictions.of(market, plausible, odd);
        return sorted(odd);
    }

    /** Where a market says otherwise of a part than another one, such as the one that ships, by subject. */
    public static List<Oddity> beside(Market market, Market other, Plausible plausible) {
        List<Oddity> odd = new ArrayList<>();
        for (Accelerator part : market.accelerators().values()) {
            Accelerator there = other.accelerators().get(part.id());
            if (there != null && !plausible.fitsMemory(part.memoryGiB(), there.memoryGiB()))
                odd.add(new Oddity(Kind.MEMORY_CONTRADICTS, part.id(), null, part.memoryGiB().toPlainString() + " GiB, and the market that ships with the program has " + there.memoryGiB().toPlainString()
                        + " GiB of one " + part.id() + " by " + there.evidence().source()));
        }
        return odd;
    }

    /** By kind, subject and day. */
    public static List<Oddity> sorted(Collection<Oddity> odd) {
        return odd.stream().sorted(Comparator.comparing(Oddity::kind).thenComparing(Oddity::subject).thenComparing(Oddity::day, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
    }

    /** Of an offer the newest price stands among the newest of its like, an earlier one beside what it followed and what was on demand then. */
    private static void prices(Market market, Plausible plausible, List<Oddity> odd) {
        Map<List<String>, NavigableMap<LocalDate, Offer>> onDemand = new HashMap<>();
        Peers peers = new Peers();
        List<Offer> rented = market.offers().stream().filter(o -> o.price() != null && o.region() != null).toList();
        for (Offer offer : rented) if (offer.pricing() == PricingKind.ON_DEMAND) onDemand.computeIfAbsent(place(offer), any -> new TreeMap<>()).put(offer.evidence().date(), offer);
        for (int i = 0; i < rented.size(); i++)
            if (isNewest(rented, i)) peers.add(Peers.Like.of(rented.get(i)), rented.get(i).provider(), Peers.perChip(rented.get(i)));
        for (int i = 0; i < rented.size(); i++) {
            Offer offer = rented.get(i);
            boolean newest = isNewest(rented, i);
            dearer(offer, onDemand.getOrDefault(place(offer), new TreeMap<>()), newest, odd);
            if (newest) far(offer, peers, plausible, odd);
            if (i > 0 && rented.get(i - 1).id().equals(offer.id())) farFromEarlier(rented.get(i - 1), offer, plausible, odd);
        }
    }

    private static boolean isNewest(List<Offer> sorted, int at) {
        return at == sorted.size() - 1 || !sorted.get(at + 1).id().equals(sorted.get(at).id());
    }

    private static void dearer(Offer offer, NavigableMap<LocalDate, Offer> onDemand, boolean newest, List<Oddity> odd) {
        Map.Entry<LocalDate, Offer> then = newest ? onDemand.lastEntry() : onDemand.floorEntry(offer.evidence().date());
        if (then == null || !Plausible.isDearer(offer.pricing(), offer.price().amount(), then.getValue().price().amount())) return;
        odd.add(new Oddity(offer.pricing() == PricingKind.SPOT ? Kind.SPOT_ABOVE_ON_DEMAND : Kind.COMMITTED_ABOVE_ON_DEMAND, offer.id(), offer.evidence().date(),
                offer.price() + " an hour, on demand " + then.getValue().price()));
    }

    private static void far(Offer offer, Peers peers, Plausible plausible, List<Oddity> odd) {
        BigDecimal price = Peers.perChip(offer);
        Peers.Far far = peers.farFrom(Peers.Like.of(offer), offer.provider(), price, true, plausible);
        if (far != null)
            odd.add(new Oddity(Kind.FAR_FROM_PEERS, offer.id(), offer.evidence().date(), figure(price) + " " + currency(offer) + " per chip and hour, " + far.told() + " is " + figure(BigDecimal.valueOf(far.median()))));
    }

    private static void farFromEarlier(Offer before, Offer now, Plausible plausible, List<Oddity> odd) {
        if (!currency(before).equals(currency(now)) || !plausible.isFar(Peers.perChip(now).doubleValue(), Peers.perChip(before).doubleValue())) return;
        odd.add(new Oddity(Kind.FAR_FROM_EARLIER, now.id(), now.evidence().date(), now.price() + " an hour on " + now.evidence().date() + ", and " + before.price() + " on " + before.evidence().date()));
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
                    null,
                    memory.toPlainString() + " GiB" + (starved ? " at only " + part.memoryBandwidthGBs().toPlainString() + " GB/s" : "")));
    }

    private static String figure(BigDecimal price) {
        return Decimals.plain(price.round(new MathContext(4))).toPlainString();
    }

    private static String currency(Offer offer) {
        return offer.price().currency().getCurrencyCode();
    }

    private static List<String> place(Offer offer) {
        return List.of(offer.provider(), offer.instanceType(), offer.region().id(), currency(offer));
    }
}
