package dev.secondsource.allocation;

import java.util.function.BooleanSupplier;

/**
 * How hard to look for a better allocation.
 *
 * @param gap share of the cost by which an answer may miss the least, 0–1; what is proven is reported
 * @param mostPrograms linear programs after which the search stops, so that the same inputs stop at the same point
 * @param outOfTime asked before each; a search that time stopped may end elsewhere the next time, and says so
 * @param prices whether to ask as well what limits and spreading cost, each by a search of its own
 */
public record Effort(double gap, int mostPrograms, BooleanSupplier outOfTime, boolean prices) {
    private static final int BRIEF = 60;

    /** Asks for prices as well. */
    public Effort(double gap, int mostPrograms, BooleanSupplier outOfTime) {
        this(gap, mostPrograms, outOfTime, true);
    }

    /** For one of many questions beside the answer itself. */
    Effort briefly() {
        return new Effort(gap, Math.min(mostPrograms, BRIEF), outOfTime, prices);
    }
}
