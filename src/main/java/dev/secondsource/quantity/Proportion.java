package dev.secondsource.quantity;

import java.math.BigDecimal;

/**
 * How often something was so among random draws, with the 95 % interval of Wilson (1927), which stays within 0–1 and
 * holds near its ends too.
 *
 * @param count draws in which it was so
 * @param of all draws, 1 or more
 */
public record Proportion(int count, int of) {
    /** Two-sided 95 % of the normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (of < 1 || count < 0 || count > of) throw new IllegalArgumentException(count + " of " + of + " is no proportion");
    }

    /** 0–1. */
    public BigDecimal share() {
        return Decimals.divide(BigDecimal.valueOf(count), BigDecimal.valueOf(of));
    }

    /** Lower end of the interval; exactly 0 if it never was so. */
    public BigDecimal low() {
        return count == 0 ? BigDecimal.ZERO : Decimals.of(end(-1));
    }

    /** Upper end of the interval; exactly 1 if it always was so. */
    public BigDecimal high() {
        return count == of ? BigDecimal.ONE : Decimals.of(end(1));
    }

    private double end(int side) {
        double n = of;
        double p = count / n;
        double centre = p + Z * Z / (2 * n);
        return (centre + side * Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))) / (1 + Z * Z / n);
    }
}
