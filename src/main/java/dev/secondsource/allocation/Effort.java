package dev.secondsource.allocation;

import java.util.function.BooleanSupplier;

/**
 * How hard to look for a better allocation.
 *
 * @param gap share of the cost by which an answer may miss the least, 0–1; what is proven is reported
 * @param mostNodes relaxations after which the search stops, so that the same inputs stop at the same point
 * @param outOfTime asked before each; a search that time stopped may end elsewhere the next time, and says so
 */
public record Effort(double gap, int mostNodes, BooleanSupplier outOfTime) {

    Effort tighter(double smallerGap) {
        return new Effort(Math.min(gap, smallerGap), mostNodes, outOfTime);
    }
}
