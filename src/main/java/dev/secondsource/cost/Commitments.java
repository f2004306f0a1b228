package dev.secondsource.cost;

import dev.secondsource.profile.Quantiles;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How much to commit to, and whether (TCO-03, TCO-04, TCO-05). A demand given by its quantiles is taken as
 * normal: mean p50, standard deviation (p90 − p10) ÷ (2 × 1.2816).
 */
public final class Commitments {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double Z90 = STANDARD.inverseCumulativeProbability(0.9);
    private static final BigDecimal ONE = BigDecimal.ONE;

    private Commitments() {}

    /** 1 − committed price ÷ on-demand price of the same unit; negative if the commitment is dearer. */
    public static BigDecimal discount(BigDecimal committedPrice, BigDecimal onDemandPrice) {
        return CostPerformance.advantage(committedPrice, onDemandPrice);
    }

    /** TCO-04: u* = 1 − discount, the utilisation below which paying on demand is cheaper. */
    public static BigDecimal breakEvenUtilisation(BigDecimal discount) {
        return Decimals.plain(ONE.subtract(discount));
    }

    /**
     * TCO-03, F-COMMIT: Q* = F⁻¹(discount), the demand worth committing to; never below 0. With a discount of 0 or
     * less nothing is; the p90 bounds nothing, since a discount near 1 commits to nearly any demand.
     */
    public static BigDecimal worthCommitting(BigDecimal discount, Quantiles demand) {
        if (discount.signum() <= 0) return BigDecimal.ZERO;
        return newsvendor(discount.min(new BigDecimal("0.999999")), demand.p50(), deviation(demand));
    }

    /**
     * The newsvendor quantity: mean + deviation × z(ratio), at least 0.
     *
     * @param criticalRatio cost of too little ÷ (cost of too little + cost of too much), 0–1 exclusive
     */
    public static BigDecimal newsvendor(BigDecimal criticalRatio, BigDecimal mean, BigDecimal deviation) {
        double z = STANDARD.inverseCumulativeProbability(criticalRatio.doubleValue());
        return Decimals.of(Math.max(0, mean.doubleValue() + deviation.doubleValue() * z));
    }

    /**
     * TCO-04: the probability that a commitment is used less than it must be to pay.
     *
     * @param committed volume committed to, in units of the demand
     * @param breakEvenUtilisation u*
     */
    public static BigDecimal underuseProbability(Quantiles demand, BigDecimal committed, BigDecimal breakEvenUtilisation) {
        double needed = committed.multiply(breakEvenUtilisation).doubleValue();
        double deviation = deviation(demand).doubleValue();
        double mean = demand.p50().doubleValue();
        if (deviation == 0) return mean < needed ? ONE : BigDecimal.ZERO;
        return Decimals.of(STANDARD.cumulativeProbability((needed - mean) / deviation));
    }

    /**
     * F-DECL, A(g, T) = (1 ÷ T) Σ (1 − g)^t, t from 0 to T − 1: mean on-demand price over T years relative to today's.
     *
     * @param decline yearly fall of the price, below 1; negative for a rise
     * @param years 1 or more
     */
    public static BigDecimal meanFuturePrice(BigDecimal decline, int years) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal price = ONE;
        for (int year = 0; year < years; year++) {
            sum = sum.add(price);
            price = price.multiply(ONE.subtract(decline));
        }
        return Decimals.divide(sum, BigDecimal.valueOf(years));
    }

    /** TCO-05: committing pays while 1 − discount ≤ utilisation × A(g, T). */
    public static boolean pays(BigDecimal discount, BigDecimal utilisation, BigDecimal decline, int years) {
        return ONE.subtract(discount).compareTo(utilisation.multiply(meanFuturePrice(decline, years))) <= 0;
    }

    static BigDecimal deviation(Quantiles demand) {
        return Decimals.of(demand.p90().subtract(demand.p10()).doubleValue() / (2 * Z90));
    }
}
