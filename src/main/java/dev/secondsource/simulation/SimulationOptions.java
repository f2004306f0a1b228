package dev.secondsource.simulation;

/**
 * How a simulation is made.
 *
 * @param seed of the random numbers; the same seed gives the same result
 * @param runs worlds to draw and decide, 1 or more
 * @param threads how many decide at once, 1 or more; changes nothing but the time it takes
 */
public record SimulationOptions(long seed, int runs, int threads) {
    /** Seed of a simulation that names none. */
    public static final int SEED = 1;

    /** Enough for a share to be known to ten points, within a minute or two. */
    public static final int RUNS = 100;

    public SimulationOptions {
        if (runs < 1 || threads < 1) throw new IllegalArgumentException("at least one run and one thread");
    }
}
