package dev.secondsource.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {

    /** Barron and Barrett 1996, Decision quality using ranked attribute weights; n = 6 by the same formula. */
    @ParameterizedTest
    @CsvSource({
        "3, .6111 .2778 .1111",
        "4, .5208 .2708 .1458 .0625",
        "5, .4567 .2567 .1567 .0900 .0400",
        "6, .4083 .2417 .1583 .1028 .0611 .0278",
    })
    void areThePublishedCentroids(int n, String published) {
        List<BigDecimal> weights = Weights.rankOrderCentroid(n);

        List<BigDecimal> expected = Arrays.stream(published.split(" ")).map(BigDecimal::new).toList();
        assertThat(weights).hasSameSizeAs(expected);
        for (int i = 0; i < n; i++) assertThat(weights.get(i)).isCloseTo(expected.get(i), within(new BigDecimal("0.00005")));
    }

    @Test
    void addUpToOne() {
        for (int n = 1; n <= 10; n++)
            assertThat(Weights.rankOrderCentroid(n).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("%d weights", n).isCloseTo(BigDecimal.ONE, within(new BigDecimal("1e-10")));
    }
}
