package dev.secondsource.stress;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a stress test is made.
 *
 * @param seed of the random numbers, used where outages are too many to enumerate; the same seed gives the same result
 * @param draws years to draw there, 1 000 or more; null for the policy's number
 */
public record StressOptions(long seed, @Nullable Integer draws) {
    /** Draws below this many say nothing of one year in a hundred. */
    public static final int LEAST_DRAWS = 1000;

    /** Seed 1 and the policy's number of draws. */
    public static final StressOptions DEFAULT = new StressOptions(1, null);

    public StressOptions {
        if (draws != null && draws < LEAST_DRAWS) throw new IllegalArgumentException("at least " + LEAST_DRAWS + " draws");
    }

    Optional<Integer> drawn() {
        return Optional.ofNullable(draws);
    }
}
