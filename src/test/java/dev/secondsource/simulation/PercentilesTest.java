package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.quantity.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void areAmountsThatWereSeenByNearestRank() {
        Percentiles of = Percentiles.of(IntStream.iterate(20, i -> i > 0, i -> i - 1).mapToObj(PercentilesTest::usd).toList());

        assertThat(of).isEqualTo(new Percentiles(usd(2), usd(10), usd(18), Money.usd("10.50")));
    }

    @Test
    void areAllTheSameOfOneAmount() {
        assertThat(Percentiles.of(List.of(usd(5)))).isEqualTo(new Percentiles(usd(5), usd(5), usd(5), usd(5)));
    }

    private static Money usd(int amount) {
        return Money.usd(String.valueOf(amount));
    }
}
