package dev.secondsource.cost;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * The cost of doing one workload with one offer.
 *
 * @param lines add up to {@code perMonth} to the cent
 * @param perMonth for the p50 volume
 * @param overHorizon {@code perMonth} times the months of the horizon
 * @param perUnit perMonth ÷ units of work a month; the unit is the workload's
 * @param perAcceleratorHour effective price of a paid accelerator-hour, all lines included
 */
public record Cost(List<CostLine> lines, Money perMonth, Money overHorizon, Money perUnit, Money perAcceleratorHour) {
    public Cost {
        lines = List.copyOf(lines);
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
