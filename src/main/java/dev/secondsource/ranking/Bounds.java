package dev.secondsource.ranking;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;

/**
 * Fixed ends of a scale, set by policy and not by the offers at hand: that is what keeps ranks still when an offer is
 * added (SPOTIS, Dezert et al. 2020).
 *
 * @param worst value that scores 0; may be above or below {@code best}
 * @param best value that scores 1; a scale whose ends meet scores 1 at that value and 0 elsewhere
 */
public record Bounds(BigDecimal worst, BigDecimal best) {
    /** Above zero if a is the better value, below if b is, zero if they are equal. */
    public int compare(BigDecimal a, BigDecimal b) {
        return best.compareTo(worst) > 0 ? a.compareTo(b) : b.compareTo(a);
    }

    /** (x − worst) ÷ (best − worst), clamped to 0–1. */
    public BigDecimal score(BigDecimal value) {
        if (worst.compareTo(best) == 0) return value.compareTo(best) == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal share = Decimals.divide(value.subtract(worst), best.subtract(worst));
        return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }
}
