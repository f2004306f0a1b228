package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

    @Test
    void hasRoundEdges() {
        Histogram histogram = Histogram.of(amounts(0, 100));

        assertThat(histogram.edges()).isEqualTo(List.of(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100).stream().map(BigDecimal::new).toList());
        assertThat(histogram.label(0)).isEqualTo("below 0");
        assertThat(histogram.label(3)).isEqualTo("20 to 30");
        assertThat(histogram.label(11)).isEqualTo("100 and more");
    }

    @Test
    void countsAnEdgeWithWhatIsAboveIt() {
        Histogram histogram = Histogram.of(amounts(0, 100));

        assertThat(histogram.bin(new BigDecimal("30"))).isEqualTo(histogram.bin(new BigDecimal("39.99")));
        assertThat(histogram.bin(new BigDecimal("29.99"))).isEqualTo(histogram.bin(new BigDecimal("30")) - 1);
    }

    @Test
    void isNotSqueezedByOneThatLiesFarOut() {
        List<BigDecimal> amounts = new java.util.ArrayList<>(amounts(0, 100));
        amounts.add(BigDecimal.valueOf(1_000_000));

        Histogram histogram = Histogram.of(amounts);

        assertThat(histogram.edges().get(histogram.edges().size() - 1)).isLessThanOrEqualTo(BigDecimal.valueOf(110));
        assertThat(IntStream.of(histogram.count(amounts)).sum()).isEqualTo(amounts.size());
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "123456789", "0.004"})
    void hasABinForAmountsThatAreAllAlike(BigDecimal amount) {
        Histogram histogram = Histogram.of(Collections.nCopies(7, amount));

        assertThat(histogram.count(Collections.nCopies(7, amount))).contains(7);
        assertThat(histogram.bins()).isLessThan(6);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "17, 19", "100000, 999999", "5, 50000000"})
    void hasAFewBinsWhateverTheRange(int from, int to) {
        List<BigDecimal> amounts = IntStream.rangeClosed(0, 200).mapToObj(i -> BigDecimal.valueOf(from).add(BigDecimal.valueOf((long) (to - from) * i, 2).divide(BigDecimal.valueOf(2)))).toList();

        Histogram histogram = Histogram.of(amounts);

        assertThat(histogram.bins()).isBetween(5, 16);
        assertThat(IntStream.of(histogram.count(amounts)).sum()).isEqualTo(201);
    }

    private static List<BigDecimal> amounts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(BigDecimal::valueOf).toList();
    }
}
