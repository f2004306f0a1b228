package dev.secondsource.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roofline against the worked examples of the jax-ml scaling-book (February 2025), chapters 7 and 8. */
class TokenWorkTest {
    private static final Rates V5E = new Rates(8.2e11, 1.97e14);
    private static final double LENGTH = 8192;
    /** LLaMA-2-13B: 26 GB of weights, 6.7 GB of cache for a sequence of 8k. */
    private static final TokenWork LLAMA_2_13B = new TokenWork(13e9, 13e9, 2, 6.7e9 / LENGTH, LENGTH, 1);

    @ParameterizedTest
    @CsvSource({
        "1, 4.98, 200.61", "8, 12.13, 659.30", "16, 20.30, 787.99",
        "32, 36.65, 873.21", "64, 69.33, 923.13", "240, 249.09, 963.53"
    })
    void decodesLlama2On8TpusAsTheScalingBookSays(int batch, double milliseconds, double tokensPerSecond) {
        Rates eight = V5E.times(8);

        double step = LLAMA_2_13B.stepSeconds(batch, LENGTH, eight);

        assertThat(step * 1000).isCloseTo(milliseconds, within(0.0051));
        assertThat(batch / step).isCloseTo(tokensPerSecond, within(0.0051));
    }

    @Test
    void findsTheCriticalBatchOfTheScalingBook() {
        TokenWork sixteenBits = new TokenWork(13e9, 13e9, 2, 0, 1, 1);
        TokenWork eightBits = new TokenWork(13e9, 13e9, 1, 0, 1, 1);

        assertThat(sixteenBits.criticalBatch(V5E)).isCloseTo(240, within(0.5));
        assertThat(eightBits.criticalBatch(V5E)).isCloseTo(120, within(0.5));
    }

    @Test
    void needsALargerBatchToFillAMixtureOfExperts() {
        TokenWork sparse = new TokenWork(37e9, 671e9, 2, 0, 1, 1);

        assertThat(sparse.criticalBatch(V5E)).isCloseTo(240.24 * 671 / 37, within(0.1));
    }

    @Test
    void countsTheCacheOfLlama3AsTheScalingBookDoes() {
        assertThat(TokenWork.cacheBytesPerToken(80, 8, 128, 1)).isEqualTo(163_840);
    }

    @Test
    void readsTheActiveExpertsOfOneTokenAndNearlyAllOfManyTokens() {
        TokenWork sparse = new TokenWork(37e9, 671e9, 1, 0, 1, 1);

        assertThat(sparse.weightBytesRead(1)).isCloseTo(37e9, within(1.0));
        assertThat(sparse.weightBytesRead(256)).isGreaterThan(0.99 * 671e9).isLessThan(671e9);
    }

    @Test
    void findsTheLargestBatchWithinALimit() {
        Rates eight = V5E.times(8);

        assertThat(LLAMA_2_13B.largestBatchWithin(stepOf(17, eight), 240, eight)).isEqualTo(17);
        assertThat(LLAMA_2_13B.largestBatchWithin(stepOf(17, eight) * 0.999, 240, eight)).isEqualTo(16);
        assertThat(LLAMA_2_13B.largestBatchWithin(stepOf(1, eight) * 0.999, 240, eight)).isZero();
        assertThat(LLAMA_2_13B.largestBatchWithin(1, 240, eight)).isEqualTo(240);
    }

    private static double stepOf(int batch, Rates rates) {
        return LLAMA_2_13B.stepSeconds(batch, rates);
    }

    @Property
    void moreBandwidthIsNeverSlower(@ForAll @DoubleRange(min = 1e11, max = 1e13) double bandwidth,
            @ForAll @DoubleRange(min = 1, max = 10) double times, @ForAll @IntRange(min = 1, max = 512) int batch) {
        double before = LLAMA_2_13B.tokensPerSecond(batch, new Rates(bandwidth, 1e15));
        double after = LLAMA_2_13B.tokensPerSecond(batch, new Rates(bandwidth * times, 1e15));

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void theSearchForABatchAgreesWithTryingEachOne(@ForAll @IntRange(min = 1, max = 300_000) int microseconds) {
        double limit = microseconds / 1e6;
        Rates eight = V5E.times(8);
        int[] within = java.util.stream.IntStream.rangeClosed(1, 240)
                .filter(batch -> LLAMA_2_13B.stepSeconds(batch, eight) <= limit)
                .toArray();

        assertThat(LLAMA_2_13B.largestBatchWithin(limit, 240, eight)).isEqualTo(Arrays.stream(within).max().orElse(0));
    }
}
