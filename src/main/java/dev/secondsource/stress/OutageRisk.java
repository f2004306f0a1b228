package dev.secondsource.stress;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What outages of designers may do to a portfolio within a year. Unserved work is a share of a year's work, workloads
 * weighed by cost; an outage lasts as long as the policy says, and two within a year are taken to be at the same time.
 *
 * @param sources designers, largest first
 * @param causes what can happen, by itself, with its probability a year
 * @param draws years drawn; 0 if every combination of causes was looked at
 * @param seed of the drawing; null if nothing was drawn
 * @param unserved expected unserved work
 * @param deviation standard deviation of unserved work
 * @param criticalUnserved expected unserved critical work, as a share of a year's critical work; null if none is critical
 * @param penaltyPerYear what that is expected to cost
 * @param floorBreached probability that some workload's critical work is not all served; null if none is critical
 * @param cvar90 mean unserved work in the worst tenth of all years
 * @param cvar95 in the worst twentieth
 * @param cvar99 in the worst hundredth
 * @param note why a figure cannot show what it is expected to; null if it can
 */
public record OutageRisk(
        List<String> sources,
        List<Cause> causes,
        int draws,
        @Nullable Long seed,
        Estimate unserved,
        BigDecimal deviation,
        @Nullable Estimate criticalUnserved,
        Money penaltyPerYear,
        @Nullable Estimate floorBreached,
        Estimate cvar90,
        Estimate cvar95,
        Estimate cvar99,
        @Nullable String note) {

    public OutageRisk {
        sources = List.copyOf(sources);
        causes = List.copyOf(causes);
    }

    /**
     * Something that takes one source or several.
     *
     * @param name {@code nvidia alone}, {@code foundry tsmc}
     * @param probability a year
     * @param takes the sources
     */
    public record Cause(String name, BigDecimal probability, List<String> takes) {}

    /**
     * A number that may be estimated.
     *
     * @param halfWidth half of the 95 % confidence interval; null if the number is exact
     */
    public record Estimate(BigDecimal value, @Nullable BigDecimal halfWidth) {}
}
