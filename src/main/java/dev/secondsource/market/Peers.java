package dev.secondsource.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prices per chip and hour of the same part, pricing, term and currency: what a price of that kind is like. Three medians
 * tell: that of the seller's own prices, that of all prices, and, for who sells few, that of the other sellers, each of whom
 * counts once, for a seller in thirty regions would drown the others.
 */
public final class Peers {
    private final Map<Like, Of> byLikeness = new HashMap<>();

    /** What prices are compared by. */
    public record Like(String accelerator, PricingKind pricing, @Nullable Integer termMonths, String currency) {
        public static Like of(Offer offer) {
            return new Like(offer.accelerator(), offer.pricing(), offer.termMonths(), offer.price().currency().getCurrencyCode());
        }
    }

    /**
     * What a price is far from.
     *
     * @param median of the peers, per chip and hour
     * @param told what the median is, for a sentence: {@code the median of 23 like it}, {@code the one other like it of crusoe}
     */
    public record Far(double median, String told) {}

    private static final class Of {
        private final Median all = new Median();
        private final Map<String, Median> bySeller = new TreeMap<>();
    }

    public void add(Like like, String seller, BigDecimal perChip) {
        Of of = byLikeness.computeIfAbsent(like, any -> new Of());
        of.all.add(perChip.doubleValue());
        of.bySeller.computeIfAbsent(seller, any -> new Median()).add(perChip.doubleValue());
    }

    /**
     * The peers that a price is far from; null if it is far from none, or if they are too few to tell.
     *
     * @param listed the price is one of them, and is compared with the others
     */
    public @Nullable Far farFrom(Like like, String seller, BigDecimal perChip, boolean listed, Plausible plausible) {
        Of of = byLikeness.get(like);
        if (of == null) return null;
        double price = perChip.doubleValue();
        Median own = of.bySeller.get(seller);
        Far far = own == null ? null : far(price, own, listed, plausible.leastOfSeller(), " like it of " + seller, plausible);
        if (far == null) far = far(price, of.all, listed, plausible.leastPeers(), " like it", plausible);
        // Who sells enough of a kind tells best what is usual there: a large host may hold a single chip.
        if (far != null || own != null && own.size - (listed ? 1 : 0) >= plausible.leastPeers()) return far;
        Median others = new Median();
        of.bySeller.forEach((who, median) -> {
            if (!who.equals(seller)) others.add(median.of(false, 0));
        });
        return far(price, others, false, plausible.leastPeers(), " other sellers of its like", plausible);
    }

    private static @Nullable Far far(double price, Median peers, boolean listed, int least, String whose, Plausible plausible) {
        int count = peers.size - (listed ? 1 : 0);
        if (count < least) return null;
        double median = peers.of(listed, price);
        return plausible.isFar(price, median) ? new Far(median, (count == 1 ? "the one other" : "the median of " + count) + whose) : null;
    }

    /** An hour of one chip in an offer that has a price. */
    public static BigDecimal perChip(Offer offer) {
        return offer.price().amount().divide(BigDecimal.valueOf(offer.acceleratorCount()), MathContext.DECIMAL64);
    }

    /** Prices of one likeness, as numbers: there may be a hundred thousand. */
    private static final class Median {
        private double[] values = new double[16];
        private int size;
        private boolean sorted;

        void add(double value) {
            if (size == values.length) values = Arrays.copyOf(values, size * 2);
            values[size++] = value;
            sorted = false;
        }

        /** @param without leaves out one price of this value */
        double of(boolean without, double value) {
            if (!sorted) Arrays.sort(values, 0, size);
            sorted = true;
            int gap = without ? Arrays.binarySearch(values, 0, size, value) : size;
            int count = without ? size - 1 : size;
            double upper = at(count / 2, gap);
            return count % 2 == 1 ? upper : (at(count / 2 - 1, gap) + upper) / 2;
        }

        private double at(int index, int gap) {
            return values[index < gap ? index : index + 1];
        }
    }
}
