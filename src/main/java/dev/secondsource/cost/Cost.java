package dev.secondsource.cost;

import dev.secondsource.quantity.Money;
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
}
