package dev.secondsource.simulation;

import java.util.SplittableRandom;

/**
 * Random numbers of one run. What is drawn for a quantity depends on the seed, the run and the quantity's name alone:
 * not on threads, nor on how many runs there are, nor on what else is drawn; so two simulations of one seed can be
 * compared run by run.
 */
final class Chance {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final double LEAST = 0x1p-54;

    private final long run;

    private Chance(long run) {
        this.run = run;
    }

    /** One a run, in their order. */
    static Chance[] of(long seed, int runs) {
        SplittableRandom root = new SplittableRandom(seed);
        Chance[] all = new Chance[runs];
        for (int i = 0; i < runs; i++) all[i] = new Chance(root.nextLong());
        return all;
    }

    /** Uniform between 0 and 1, both exclusive. */
    double of(String quantity) {
        long name = 0;
        for (int i = 0; i < quantity.length(); i++) name = 31 * name + quantity.charAt(i);
        double drawn = new SplittableRandom(run ^ name * SPREAD).nextDouble();
        return drawn == 0 ? LEAST : drawn;
    }
}
