package dev.secondsource.report;

import dev.secondsource.allocation.Frontier;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.WeightRobustness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells beside the decision itself, found by solving or deciding again.
 *
 * @param frontier what spreading costs; null if left out, or nothing is allocated
 * @param tornado how much each input matters; null if left out
 * @param flips what changes the answer; null if left out
 * @param weights whether winners stay first under other weights; empty if left out, or nothing leads
 * @param file the profile's file as it was named, for the commands that show a flip
 * @param leftOut what is not here though it could be, and how to get it, one sentence each
 */
public record Analyses(@Nullable Frontier frontier, @Nullable Tornado tornado, @Nullable Flips flips, List<WeightRobustness> weights, String file, List<String> leftOut) {
    /** The decision alone, as whoever asks for no more expects. */
    public static final Analyses NONE = new Analyses(null, null, null, List.of(), "", List.of());

    public Analyses {
        weights = List.copyOf(weights);
        leftOut = List.copyOf(leftOut);
    }
}
