package dev.secondsource.simulation;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.TriangularDistribution;

/**
 * A factor of which only the ends are plausible at all: triangular between them, most likely as assumed. That is the
 * usual choice where nobody knows more than least, likeliest and most (Kotz and van Dorp 2004, Beyond Beta, ch. 1).
 *
 * @param least 0 or more, up to 1
 * @param most 1 or more
 */
public record Spread(BigDecimal least, BigDecimal most) {
    /** It is as assumed. */
    public static final Spread NONE = new Spread(BigDecimal.ONE, BigDecimal.ONE);

    public Spread {
        if (least.signum() < 0 || least.compareTo(BigDecimal.ONE) > 0 || most.compareTo(BigDecimal.ONE) < 0) throw new IllegalArgumentException(least + " to " + most + " does not span 1");
    }

    /** The factor that is not exceeded with this probability, 0–1 exclusive. */
    BigDecimal quantile(double probability) {
        return isNone() ? BigDecimal.ONE : Decimals.of(TriangularDistribution.of(least.doubleValue(), 1, most.doubleValue()).inverseCumulativeProbability(probability));
    }

    boolean isNone() {
        return least.compareTo(most) == 0;
    }

    /** The widest of two. */
    Spread or(Spread other) {
        return new Spread(least.min(other.least), most.max(other.most));
    }
}
