package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.quantity.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegretTest {

    /** Gains of (80, -20), (30, 20) and (23, 23) in two worlds: the largest regrets are 43, 50 and 57. */
    @Test
    void measuresEachAgainstTheBestOfTheSameWorld() {
        List<Money> good = losses(-80, -30, -23);
        List<Money> bad = losses(20, -20, -23);

        List<Money> largest = Regret.largest(List.of(good, bad));

        assertThat(largest).isEqualTo(losses(43, 50, 57));
    }

    @Test
    void isNothingForTheOnlyChoice() {
        assertThat(Regret.largest(List.of(losses(5), losses(9)))).isEqualTo(losses(0));
    }

    private static List<Money> losses(int... amounts) {
        return java.util.Arrays.stream(amounts).mapToObj(a -> Money.usd(String.valueOf(a))).toList();
    }
}
