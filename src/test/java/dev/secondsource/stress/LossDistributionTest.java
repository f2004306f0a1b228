package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.stress.LossDistribution.Atom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossDistributionTest {

    /** Worked by hand; of ten equal values the line at 0.85 runs through the second largest. */
    @ParameterizedTest(name = "alpha {0}: {1}")
    @CsvSource({"0.9, 10", "0.85, 9.6667", "0.8, 9.5"})
    void averagesTheWorstOfTenEqualLosses(double alpha, double cvar) {
        LossDistribution losses = equal(IntStream.rangeClosed(1, 10).mapToObj(i -> (double) i));

        assertThat(losses.cvar(alpha)).isCloseTo(cvar, within(0.00005));
    }

    /** The density at the quantile over the tail: 2.0627 and 2.6652. */
    @ParameterizedTest(name = "alpha {0}: {1}")
    @CsvSource({"0.95, 2.0627", "0.99, 2.6652"})
    void estimatesTheTailOfTheNormalDistributionWithinItsOwnInterval(double alpha, double cvar) {
        int draws = 400_000;
        SplittableRandom random = new SplittableRandom(7);

        LossDistribution sample = equal(Stream.generate(random::nextGaussian).limit(draws));

        double halfWidth = 1.96 * sample.errorOfCvar(alpha, draws);
        assertThat(sample.cvar(alpha)).isCloseTo(cvar, within(halfWidth));
        assertThat(halfWidth).isBetween(0.001, 0.03);
    }

    @Test
    void takesTheOrderOfItsValuesFromTheirSize() {
        LossDistribution losses = new LossDistribution(List.of(new Atom(0, 0.5), new Atom(3, 0.2), new Atom(1, 0.3)));

        assertThat(losses.atoms()).extracting(Atom::loss).containsExactly(3.0, 1.0, 0.0);
        assertThat(losses.mean()).isCloseTo(0.9, within(1e-12));
        assertThat(losses.probabilityOfAny()).isCloseTo(0.5, within(1e-12));
    }

    private static LossDistribution equal(Stream<Double> losses) {
        List<Double> all = losses.toList();
        return new LossDistribution(all.stream().map(l -> new Atom(l, 1.0 / all.size())).toList());
    }
}
