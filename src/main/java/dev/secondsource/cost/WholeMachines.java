package dev.secondsource.cost;

import dev.secondsource.fit.Fit;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Machines among which the cost of a workload is split where they are paid whole, used or not.
 *
 * @param count 1 or more
 */
public record WholeMachines(int count) {
    /** So little more than a whole machine is rounding and no machine. */
    private static final BigDecimal NOISE = new BigDecimal("1e-6");

    /**
     * A machine is what is sold, or what one replica spans if that is larger.
     *
     * @param fit of the whole workload on the offer
     * @return null if only hours of work are paid, or if it is not known what the work takes
     */
    public static @Nullable WholeMachines of(WorkloadKind kind, Offer offer, Fit fit) {
        if (fit.accelerators() == null || !Costing.isPaidWhole(kind, offer.pricing())) return null;
        int machine = Math.max(offer.acceleratorCount(), fit.group() == null ? 1 : fit.group());
        return new WholeMachines(Math.max(1, (fit.accelerators() + machine - 1) / machine));
    }

    /** The share of the whole that is paid for if this one is to be had, 0–1 and a little more. */
    public BigDecimal paidFor(BigDecimal share) {
        BigDecimal all = BigDecimal.valueOf(count);
        return Decimals.divide(share.multiply(all).subtract(NOISE).setScale(0, RoundingMode.CEILING).max(BigDecimal.ZERO), all);
    }
}
