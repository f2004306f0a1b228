package dev.secondsource.candidate;

import dev.secondsource.cost.Cost;
import dev.secondsource.cost.Costed;
import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.cost.RentOrOwn;
import dev.secondsource.fit.Fit;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An offer for a workload with what the formulas say of it, before it is compared with any other.
 *
 * @param rentOrOwn null unless the offer is a purchase
 * @param onDemand the same unit in the same region on demand; null unless the offer is a commitment and there is one
 */
public record Prospect(
        Workload workload,
        Offer offer,
        Accelerator accelerator,
        SoftwareStack stack,
        Fit fit,
        Costed costed,
        PortingEstimate porting,
        @Nullable RentOrOwn rentOrOwn,
        @Nullable Offer onDemand) {

    /** Id of the candidate it becomes. */
    public String id() {
        return workload.id() + " <- " + offer.id();
    }

    /** Its price holds for as many accelerators as the whole workload takes. */
    public boolean isThereForAll() {
        return offer.quantity() == null || fit.accelerators() != null && fit.accelerators() <= offer.quantity();
    }

    public @Nullable Cost cost() {
        return costed.orNull();
    }

    /** Units of useful work a paid accelerator-hour yields, idle ones included; null if the cost is not known. */
    public @Nullable BigDecimal workPerPaidHour() {
        Cost cost = cost();
        return cost == null || !cost.perUnit().isPositive() ? null : cost.perAcceleratorHour().ratioTo(cost.perUnit());
    }

    /** Kilowatt-hours of accelerator power a unit of work takes; null if power or hours are not known. */
    public @Nullable BigDecimal energyPerUnit() {
        if (accelerator.powerWatts() == null || fit.acceleratorHours() == null || workload.volumePerMonth().p50().signum() == 0) return null;
        return Decimals.divide(accelerator.powerWatts().multiply(fit.acceleratorHours()), workload.volumePerMonth().p50().multiply(BigDecimal.valueOf(1000)));
    }
}
