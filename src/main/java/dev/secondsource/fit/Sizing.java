package dev.secondsource.fit;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many accelerators a volume takes.
 *
 * @param accelerators in whole units of the offer
 * @param acceleratorHours see {@link Fit#acceleratorHours()}
 */
record Sizing(int accelerators, BigDecimal acceleratorHours) {
    /** Hours in a month, 8 760 ÷ 12. */
    static final double HOURS_PER_MONTH = 730;

    /** Beyond this many accelerators an answer is no plan; it also keeps counts within an {@code int}. */
    private static final int MOST = 10_000_000;

    private static final double ROUNDING_NOISE = 1e-9;

    /**
     * @param workingHours accelerator-hours of paid, working chips a month
     * @param least fewest accelerators that must run together, beyond one group; 0 if none
     * @return null, with the reason added to what is missing, if the count would be absurd
     */
    static @Nullable Sizing of(Case on, int group, double workingHours, double least) {
        double chips = Math.max(workingHours / HOURS_PER_MONTH, least);
        if (!(chips < MOST)) {
            on.missing().add("a feasible number of " + on.accelerator().id() + ": more than " + MOST + " would be needed");
            return null;
        }
        int replicas = Math.max(1, ceil(chips / group));
        int unit = on.unit();
        int accelerators =
                group < unit ? Topology.wholeUnits(unit / group, replicas) / (unit / group) * unit : replicas * group;
        return new Sizing(
                Topology.wholeUnits(unit, accelerators),
                Decimals.of(workingHours / Topology.workingShare(unit, group)));
    }

    /** The next whole number, where a hair above a whole number is that number. */
    static int ceil(double value) {
        double rounded = StrictMath.ceil(value * (1 - ROUNDING_NOISE));
        return rounded > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) rounded;
    }
}
