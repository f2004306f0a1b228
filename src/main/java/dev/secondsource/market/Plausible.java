package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a figure may be from its like before it is taken for a mistake. An import refuses what is far, a check of a
 * market remarks on what is odd, which begins earlier: eight times is a machine's price booked for one of its chips, and
 * also what two sellers may differ by.
 *
 * @param far a price so many times the typical one, or the typical one so many times it, is a mistake; above 1
 * @param leastPeers fewest other prices that one is compared with
 * @param leastOfSeller fewest other prices of the same seller that one is compared with
 * @param memoryTolerance share by which printed memory may differ from a part's
 */
public record Plausible(double far, int leastPeers, int leastOfSeller, double memoryTolerance) {
    /** The policy key of {@code far} for a list. */
    public static final String FAR = "import.far-from-peers";
    /** The policy key of {@code far} for a market. */
    public static final String ODD = "import.odd-from-peers";
    public static final String LEAST_PEERS = "import.least-peers";
    public static final String MEMORY_TOLERANCE = "import.memory-tolerance";

    /**
     * For rows of a list that is imported.
     *
     * @param policy the value of a key
     */
    public static Plausible ofList(Function<String, BigDecimal> policy) {
        return new Plausible(policy.apply(FAR).doubleValue(), policy.apply(LEAST_PEERS).intValue(), policy.apply(LEAST_PEERS).intValue(), policy.apply(MEMORY_TOLERANCE).doubleValue());
    }

    /**
     * For rows that are in a market: of two far apart neither is known to be the wrong one, so an import refuses neither and
     * a check shows both.
     *
     * @param policy the value of a key
     */
    public static Plausible ofMarket(Function<String, BigDecimal> policy) {
        return new Plausible(policy.apply(ODD).doubleValue(), policy.apply(LEAST_PEERS).intValue(), 1, policy.apply(MEMORY_TOLERANCE).doubleValue());
    }

    /** Policy keys it reads. */
    public static Set<String> policyKeys() {
        return new TreeSet<>(Set.of(FAR, ODD, LEAST_PEERS, MEMORY_TOLERANCE));
    }

    /** Exactly so many times is far; a rounding of the last digit is not to save it. */
    public boolean isFar(double figure, double typical) {
        double least = far * (1 - 1e-9);
        return figure >= typical * least || figure * least <= typical;
    }

    /** Whether printed memory can be that of a part; what is not known contradicts nothing. */
    public boolean fitsMemory(@Nullable BigDecimal printedGiB, @Nullable BigDecimal partGiB) {
        return printedGiB == null || partGiB == null || Math.abs(printedGiB.doubleValue() / partGiB.doubleValue() - 1) <= memoryTolerance;
    }

    /** Spot and commitments are dearer than the same on demand, which nobody would take. */
    public static boolean isDearer(PricingKind pricing, BigDecimal price, @Nullable BigDecimal onDemand) {
        return (pricing == PricingKind.SPOT || pricing == PricingKind.COMMITTED) && onDemand != null && price.compareTo(onDemand) > 0;
    }
}
