package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tolerances are four standard errors, which chance passes once in 16 000 times: the seed is fixed, so it passes always or never. */
class ChanceTest {
    private static final int RUNS = 4000;

    @Test
    void isUniformOverRuns() {
        double[] drawn = drawn(1, "price designer nvidia");

        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / RUNS)));
        assertThat(Arrays.stream(drawn).filter(u -> u < 0.1).count() / (double) RUNS).isCloseTo(0.1, within(4 * Math.sqrt(0.09 / RUNS)));
        assertThat(Arrays.stream(drawn)).allMatch(u -> u > 0 && u < 1);
    }

    @Test
    void drawsQuantitiesIndependentlyEvenIfTheyAreCalledAlmostTheSame() {
        assertThat(correlation(drawn(1, "speed A100-80GB"), drawn(1, "speed A100-40GB"))).isCloseTo(0, within(4 / Math.sqrt(RUNS)));
        assertThat(correlation(drawn(1, "a"), drawn(1, "b"))).isCloseTo(0, within(4 / Math.sqrt(RUNS)));
    }

    /** With seed and run merely combined, seed 2 would draw the worlds of seed 1 again, in another order. */
    @Test
    void drawsOtherWorldsForTheNextSeed() {
        assertThat(correlation(drawn(1, "a"), drawn(2, "a"))).isCloseTo(0, within(4 / Math.sqrt(RUNS)));
        assertThat(drawn(1, "a")).doesNotContain(drawn(2, "a"));
    }

    @Test
    void drawsARunTheSameHoweverManyThereAre() {
        Chance[] few = Chance.of(7, 3);
        Chance[] many = Chance.of(7, 100);

        for (int run = 0; run < few.length; run++) assertThat(few[run].of("a")).isEqualTo(many[run].of("a"));
    }

    private static double[] drawn(long seed, String quantity) {
        return Arrays.stream(Chance.of(seed, RUNS)).mapToDouble(c -> c.of(quantity)).toArray();
    }

    static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            one += (a[i] - meanA) * (a[i] - meanA);
            other += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(one * other);
    }
}
