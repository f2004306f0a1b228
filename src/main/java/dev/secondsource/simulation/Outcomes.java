package dev.secondsource.simulation;

import dev.secondsource.profile.Quantiles;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Draws through quantiles that somebody stated: lognormal on either side of the median, each side as wide as its own
 * quantile says, so that a tenth of all draws lies below p10, half below p50 and a tenth above p90, and none below zero.
 * (The two-piece normal of Fechner 1897, see Wallis 2014, Statistical Science 29(1), in logarithms, and with half of all
 * probability on each side, since it is quantiles and not the mode that are stated.)
 */
final class Outcomes {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double Z90 = STANDARD.inverseCumulativeProbability(0.9);

    /** A lowest tenth of nothing has no logarithm. */
    private static final double LEAST = 0.01;

    private Outcomes() {}

    /** What is drawn at this probability, 0–1 exclusive, relative to the median. */
    static BigDecimal factor(Quantiles quantiles, double probability) {
        double median = quantiles.p50().doubleValue();
        double z = STANDARD.inverseCumulativeProbability(probability) / Z90;
        double end = Math.max(LEAST, (z < 0 ? quantiles.p10() : quantiles.p90()).doubleValue() / median);
        return end == 1 ? BigDecimal.ONE : Decimals.of(StrictMath.pow(end, Math.abs(z)));
    }
}
