package dev.secondsource.exposure;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Herfindahl-Hirschman index and its inverse (F-HHI). Shares are 0–1 and sum to one; points are 0–10 000. */
public final class Concentration {
    private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

    /**
     * Points above which merger review presumes a market highly concentrated: US DOJ and FTC, Merger Guidelines 2023,
     * guideline 1. Five equal suppliers have more, 2 000, so it judges no portfolio; it is told as borrowed.
     */
    public static final BigDecimal MERGER_BAND = BigDecimal.valueOf(1_800);

    private Concentration() {}

    /** HHI = 10⁴ Σ s². */
    public static BigDecimal hhi(Collection<BigDecimal> shares) {
        return Decimals.plain(shares.stream().map(s -> s.multiply(s)).reduce(BigDecimal.ZERO, BigDecimal::add).multiply(POINTS));
    }

    /**
     * The number of equal shares that would be as concentrated: 10⁴ ÷ HHI.
     *
     * @throws ArithmeticException if there are no shares
     */
    public static BigDecimal effectiveNumber(Collection<BigDecimal> shares) {
        return Decimals.divide(POINTS, hhi(shares));
    }

    /**
     * Change of the HHI in points if a part of everything moves to one entity, the others shrinking alike.
     *
     * @param shares by entity, summing to one
     * @param entity who gains
     * @param moved part that moves, 0–1
     */
    public static BigDecimal change(Map<String, BigDecimal> shares, String entity, BigDecimal moved) {
        Map<String, BigDecimal> after = new TreeMap<>();
        shares.forEach((e, s) -> after.put(e, s.multiply(BigDecimal.ONE.subtract(moved))));
        after.merge(entity, moved, BigDecimal::add);
        return Decimals.plain(hhi(after.values()).subtract(hhi(shares.values())));
    }
}
