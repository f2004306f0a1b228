package dev.secondsource.cost;

import dev.secondsource.fit.Fit;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The bill of capacity paid by the hour. */
record Rented(BuyerProfile buyer, ExchangeRates rates, BigDecimal hiddenShare) {

    Rented(BuyerProfile buyer, Function<String, BigDecimal> policy, ExchangeRates rates) {
        this(buyer, rates, policy.apply("cost.hidden-cost-share"));
    }

    Costed cost(Workload workload, Offer offer, Fit fit, Money perUnitHour) {
        BigDecimal unit = BigDecimal.valueOf(offer.acceleratorCount());
        boolean byWork = paidByTheHourOfWork(workload.kind(), offer.pricing());
        BigDecimal units = Decimals.divide(BigDecimal.valueOf(fit.accelerators()), unit);
        BigDecimal unitHours =
                byWork ? Decimals.divide(fit.acceleratorHours(), unit) : units.multiply(Costing.HOURS_PER_MONTH);

        List<CostLine> lines = new ArrayList<>(3);
        CostLine accelerators = new CostLine(
                CostLine.ACCELERATORS,
                perUnitHour.times(unitHours),
                (byWork ? Readable.number(unitHours) + " h of work" : Readable.number(units) + " x 730 h") + " x "
                        + perUnitHour + "/h for " + offer.acceleratorCount() + " " + offer.accelerator());
        lines.add(accelerators);
        lines.add(new CostLine(
                "hidden costs",
                accelerators.perMonth().times(hiddenShare),
                Readable.percent(hiddenShare) + " of the accelerators, for network, storage, egress, support and set-up"));
        int beyond = offer.termMonths() == null ? 0 : offer.termMonths() - buyer.horizonMonths();
        if (beyond > 0) {
            BigDecimal share = Decimals.divide(BigDecimal.valueOf(beyond), BigDecimal.valueOf(buyer.horizonMonths()));
            lines.add(new CostLine(
                    "commitment past the horizon",
                    accelerators.perMonth().times(share),
                    beyond + " months of the commitment after the " + buyer.horizonMonths()
                            + " of the horizon, spread over these"));
        }
        return new Costed.Known(Cost.of(
                lines, buyer.horizonMonths(), workload.volumePerMonth().p50(), unitHours.multiply(unit)));
    }

    /** The rent of one accelerator with the hidden costs on top. */
    Money perAcceleratorHour(Offer offer, Money perUnitHour) {
        return perUnitHour.times(BigDecimal.ONE.add(hiddenShare)).dividedBy(BigDecimal.valueOf(offer.acceleratorCount()));
    }

    /** Work that can wait is rented while it runs; what serves people stands all month, and a commitment is paid anyway. */
    static boolean paidByTheHourOfWork(WorkloadKind kind, PricingKind pricing) {
        return kind != WorkloadKind.ONLINE_SERVING && pricing != PricingKind.COMMITTED;
    }
}
