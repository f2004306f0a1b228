package dev.secondsource.simulation;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * An amount that is otherwise in each world, each percentile the amount of one of them (nearest rank), so that none is
 * made up in between.
 */
public record Percentiles(Money p10, Money p50, Money p90, Money mean) {
    /** @param amounts one or more, in any order */
    public static Percentiles of(List<Money> amounts) {
        List<Money> sorted = amounts.stream().sorted().toList();
        Money sum = sorted.stream().reduce(Money::plus).orElseThrow();
        return new Percentiles(at(sorted, 10), at(sorted, 50), at(sorted, 90), sum.dividedBy(BigDecimal.valueOf(sorted.size())).toCents());
    }

    private static Money at(List<Money> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
