package dev.secondsource.stress;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio costs in one scenario over the period of the test (METHOD §2.2), to the cent.
 *
 * @param work cost of the work served, and of the work that could wait and was made up
 * @param penalty what the critical work that was not served is worth to the buyer
 * @param waste paid under commitments, and for machines bought, beyond what was used
 * @param criticalUnserved share of the period's critical work that was not served, 0–1, workloads weighed by cost; null
 *     if none is critical
 */
public record Loss(Money work, Money penalty, Money waste, @Nullable BigDecimal criticalUnserved) {
    public Loss {
        work = work.toCents();
        penalty = penalty.toCents();
        waste = waste.toCents();
    }

    /** The sum. */
    public Money total() {
        return work.plus(penalty).plus(waste);
    }
}
