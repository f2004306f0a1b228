package dev.secondsource.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    /** Two sell the same accelerator: what they carry together is what it may carry. */
    @Test
    void letsEntitiesOfOneAcceleratorShareItsRoom() {
        Room room = new Room(BigDecimal.ONE, List.of(lot("0.4", "aws", "google"), lot("1", "oracle")));

        assertThat(least(room)).isEqualByComparingTo("4400"); // .2, .2 and .6, where thirds would be 3 333
    }

    /** Amounts in 24ths, rooms in quarters of it, so that every level is whole: the grid holds the true least. */
    @Property(tries = 300)
    void isTheLeastOfAllThatAGridHolds(@ForAll @IntRange(min = 1, max = 3) int weight, @ForAll @Size(4) List<@IntRange(max = 4) Integer> most,
            @ForAll @Size(4) List<@IntRange(min = 1, max = 7) Integer> who) {
        int[] units = {6 * weight, 24 - 6 * weight};
        List<Room> rooms = new ArrayList<>();
        Set<List<Integer>> sums = Set.of(List.of(0, 0, 0));
        for (int w = 0; w < 2; w++) {
            int[] caps = {Math.min(units[w], 6 * most.get(2 * w)), units[w]};
            int[] sets = {who.get(2 * w), who.get(2 * w + 1)};
            BigDecimal whole = BigDecimal.valueOf(units[w]);
            rooms.add(new Room(whole, List.of(lot(Decimals.divide(BigDecimal.valueOf(caps[0]), whole), sets[0]), lot(BigDecimal.ONE, sets[1]))));
            Set<List<Integer>> more = new HashSet<>();
            for (int first = 0; first <= caps[0]; first++)
                for (List<Integer> a : spread(first, sets[0]))
                    for (List<Integer> b : spread(units[w] - first, sets[1]))
                        for (List<Integer> sum : sums) more.add(List.of(sum.get(0) + a.get(0) + b.get(0), sum.get(1) + a.get(1) + b.get(1), sum.get(2) + a.get(2) + b.get(2)));
            sums = more;
        }
        double grid = sums.stream().mapToDouble(s -> s.stream().mapToDouble(t -> t * t / 576.0).sum()).min().orElseThrow() * 10_000;

        assertThat(LeastConcentration.of(rooms).orElseThrow().doubleValue()).isCloseTo(grid, within(0.001));
    }

    /** The same work cut into two workloads alike is the same work. */
    @Property(tries = 100)
    void doesNotChangeWhenAWorkloadIsCutInTwo(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 10) Integer> most, @ForAll @Size(6) List<@IntRange(min = 1, max = 7) Integer> who) {
        List<Room.Lot> lots = new ArrayList<>();
        for (int l = 0; l < most.size(); l++) lots.add(lot(BigDecimal.valueOf(most.get(l), 1), who.get(l)));

        BigDecimal once = least(new Room(BigDecimal.ONE, lots));
        BigDecimal twice = least(new Room(new BigDecimal("0.3"), lots), new Room(new BigDecimal("0.7"), lots));

        assertThat(twice).isCloseTo(once, within(new BigDecimal("0.002")));
    }

    /** A market far larger than ours: 40 accelerators of 60 providers for 6 workloads. */
    @Test
    void takesNoTimeThatAnybodyWouldNotice() {
        List<Room> rooms = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            List<Room.Lot> lots = new ArrayList<>();
            for (int l = 0; l < 40; l++) {
                TreeSet<String> entities = new TreeSet<>();
                for (int e = 0; e < 60; e++) if ((l * 31 + e * 17 + w) % 5 == 0) entities.add("e" + e);
                lots.add(new Room.Lot(BigDecimal.valueOf(5 + (l * 7 + w) % 60, 2), entities));
            }
            rooms.add(new Room(BigDecimal.valueOf(w + 1), lots));
        }

        assertTimeout(Duration.ofSeconds(2), () -> LeastConcentration.of(rooms));
    }

    /** All ways to spread an amount over those of three entities whose bit is set. */
    private static List<List<Integer>> spread(int amount, int set) {
        List<List<Integer>> ways = new ArrayList<>();
        for (int a = 0; a <= ((set & 1) == 0 ? 0 : amount); a++)
            for (int b = 0; b <= ((set & 2) == 0 ? 0 : amount - a); b++) {
                int c = amount - a - b;
                if (c == 0 || (set & 4) != 0) ways.add(List.of(a, b, c));
            }
        return ways;
    }

    private static Room.Lot lot(BigDecimal most, int set) {
        return lot(most.toString(), IntStream.range(0, 3).filter(e -> (set >> e & 1) == 1).mapToObj(e -> "e" + e).toArray(String[]::new));
    }

    private static Room.Lot lot(String most, String... entities) {
        return new Room.Lot(new BigDecimal(most), new TreeSet<>(List.of(entities)));
    }

    private static BigDecimal least(Room... rooms) {
        return LeastConcentration.of(List.of(rooms)).orElseThrow();
    }

    /** One accelerator an entity. */
    private static Room room(String weight, String... most) {
        return new Room(new BigDecimal(weight), Stream.of(most).map(m -> lot(m.split(" ")[1], m.split(" ")[0])).toList());
    }
}
