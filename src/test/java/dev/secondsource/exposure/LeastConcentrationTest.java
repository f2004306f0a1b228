package dev.secondsource.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeastConcentrationTest {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    @Test
    void sharesEvenlyWhereEverybodyCouldCarryAll() {
        assertThat(least(room("1", "nvidia 1", "amd 1", "aws 1"))).isCloseTo(new BigDecimal("3333.333"), within(TENTH));
    }

    @Test
    void givesNobodyMoreThanProven() {
        assertThat(least(room("1", "nvidia 1", "amd 0.2"))).isCloseTo(new BigDecimal("6800"), within(TENTH));
    }

    @Test
    void evensOutOverWorkloads() {
        assertThat(least(room("0.5", "nvidia 1"), room("0.5", "nvidia 1", "amd 1"))).isCloseTo(new BigDecimal("5000"), within(TENTH));
        assertThat(least(room("0.8", "nvidia 1"), room("0.2", "nvidia 1", "amd 1"))).isCloseTo(new BigDecimal("6800"), within(TENTH));
    }

    @Test
    void leavesTheRestWithTheLargestWhereNobodyMayCarryIt() {
        assertThat(least(room("1", "nvidia 0.65", "amd 0.1"))).isCloseTo(new BigDecimal("8200"), within(TENTH));
    }

    @Test
    void isNotKnownWhereNobodyIsDisclosed() {
        assertThat(LeastConcentration.of(List.of(room("1")))).isEmpty();
        assertThat(LeastConcentration.of(List.of())).isEmpty();
    }

    /** Any other way to share two workloads over three entities, within the caps, is at least as concentrated. */
    @Property(tries = 300)
    void noOtherSharingIsLessConcentrated(@ForAll @IntRange(min = 1, max = 9) int weight, @ForAll @IntRange(max = 10) int a, @ForAll @IntRange(max = 10) int b,
            @ForAll @IntRange(max = 10) int c, @ForAll @IntRange(max = 10) int d) {
        double w = weight / 10.0;
        double first = Math.min(a, 10 - Math.min(b, 10)) / 10.0;
        double[] one = {first, Math.min(b / 10.0, 1 - first), 0};
        one[2] = 1 - one[0] - one[1];
        double half = Math.min(c / 10.0, 0.5);
        double[] two = {half, Math.min(d / 10.0, 1 - half), 0};
        two[2] = 1 - two[0] - two[1];
        double squares = 0;
        for (int e = 0; e < 3; e++) squares += Math.pow(w * one[e] + (1 - w) * two[e], 2);

        BigDecimal least = least(room(String.valueOf(w), "x 1", "y 1", "z 1"), room(String.valueOf(1 - w), "x 0.5", "y 1", "z 1"));

        assertThat(least.doubleValue()).isLessThanOrEqualTo(squares * 10_000 + 0.01);
    }

    private static BigDecimal least(Room... rooms) {
        return LeastConcentration.of(List.of(rooms)).orElseThrow();
    }

    private static Room room(String weight, String... most) {
        TreeMap<String, BigDecimal> caps = new TreeMap<>();
        for (String entity : most) caps.put(entity.split(" ")[0], new BigDecimal(entity.split(" ")[1]));
        return new Room(new BigDecimal(weight), caps);
    }
}
