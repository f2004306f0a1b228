package dev.secondsource.profile;

import java.math.BigDecimal;

/**
 * A demand nobody knows exactly.
 *
 * @param p10 exceeded nine times in ten
 * @param p50 as often exceeded as not; planning uses this one
 * @param p90 exceeded one time in ten; at least p50, which is at least p10
 */
public record Quantiles(BigDecimal p10, BigDecimal p50, BigDecimal p90) {
    /** The same demand, so many times as large. */
    Quantiles times(BigDecimal factor) {
        return new Quantiles(p10.multiply(factor), p50.multiply(factor), p90.multiply(factor));
    }
}
