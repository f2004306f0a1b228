package dev.secondsource.cost;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of doing one workload with one offer.
 *
 * @param lines add up to {@code perMonth} to the cent
 * @param perMonth for the p50 volume
 * @param overHorizon {@code perMonth} times the months of the horizon
 * @param perUnit perMonth ÷ units of work a month; the unit is the workload's
 * @param perAcceleratorHour effective price of a paid accelerator-hour, all lines included
 * @param conversion how the price of the offer came into this currency; null if it is in it
 */
public record Cost(List<CostLine> lines, Money perMonth, Money overHorizon, Money perUnit, Money perAcceleratorHour, @Nullable Conversion conversion) {
    public Cost {
        lines = List.copyOf(lines);
    }

    /** A cost of an offer that is priced in its currency. */
    public Cost(List<CostLine> lines, Money perMonth, Money overHorizon, Money perUnit, Money perAcceleratorHour) {
        this(lines, perMonth, overHorizon, perUnit, perAcceleratorHour, null);
    }

    /** The same of an offer priced in another currency. */
    Cost by(Conversion rate) {
        return new Cost(lines, perMonth, overHorizon, perUnit, perAcceleratorHour, rate);
    }

    /**
     * The cost its lines add up to.
     *
     * @param lines at least one
     * @param unitsPerMonth work done, above 0
     * @param paidAcceleratorHours a month, above 0
     */
    static Cost of(List<CostLine> lines, int horizonMonths, BigDecimal unitsPerMonth, BigDecimal paidAcceleratorHours) {
        Money perMonth = lines.stream().map(CostLine::perMonth).reduce(Money::plus).orElseThrow();
        return new Cost(
                lines,
                perMonth,
                perMonth.times(BigDecimal.valueOf(horizonMonths)),
                perMonth.dividedBy(unitsPerMonth),
                perMonth.dividedBy(paidAcceleratorHours));
    }

    /** Share of the bill that is the accelerators themselves, 0–1: the part a discount on them applies to (φ of CPF-04). */
    public BigDecimal acceleratorShare() {
        Money accelerators = lines.stream()
                .filter(line -> line.name().equals(CostLine.ACCELERATORS))
                .map(CostLine::perMonth)
                .reduce(Money.zero(perMonth.currency()), Money::plus);
        return accelerators.ratioTo(perMonth);
    }
}
