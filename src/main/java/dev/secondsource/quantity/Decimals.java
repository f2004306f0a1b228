package dev.secondsource.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The one place where decimals get their precision. Physics is computed in {@code double} and enters the decision
 * through {@link #of(double)}; from there on every ratio is an exact decimal, so records compare and print the same
 * on every machine.
 */
public final class Decimals {
    /** Significant digits a computed (not a typed) number keeps. */
    public static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /**
     * A computed number as a decimal of at most 12 significant digits, without trailing zeros.
     *
     * @throws IllegalArgumentException if the number is not finite: a formula met an input it must not meet
     */
    public static BigDecimal of(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("not a finite number: " + value);
        return plain(new BigDecimal(value, PRECISION));
    }

    /** The quotient at {@link #PRECISION}, without trailing zeros. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return plain(dividend.divide(divisor, PRECISION));
    }

    /** The same number with no trailing zeros and no exponent, so that equal numbers are equal records. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
