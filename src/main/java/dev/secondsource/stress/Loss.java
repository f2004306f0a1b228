package dev.secondsource.stress;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio costs in one scenario over the period of the test, to the cent.
 *
 * @param work cost of the work served, and of the work that could wait and was made up
 * @param penalty what the critical work that was not served is worth to the buyer
 * @param waste paid under commitments, and for machines bought, beyond what was used
 * @param moving part of the period's in what moving workloads to other stacks costs once
 * @param alreadyPaid under commitments that stand, whatever is chosen
 * @param criticalUnserved share of the period's critical work that was not served, 0–1, workloads weighed by cost; null
 *     if none is critical
 */
public record Loss(Money work, Money penalty, Money waste, Money moving, Money alreadyPaid, @Nullable BigDecimal criticalUnserved) {
    public Loss {
        work = work.toCents();
        penalty = penalty.toCents();
        waste = waste.toCents();
        moving = moving.toCents();
        alreadyPaid = alreadyPaid.toCents();
    }

    /** The sum. */
    public Money total() {
        return work.plus(penalty).plus(waste).plus(moving).plus(alreadyPaid);
    }
}
