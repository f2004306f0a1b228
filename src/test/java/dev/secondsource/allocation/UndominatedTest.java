package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left out before solving is exactly what another offer dominates, however few are compared to find it. */
class UndominatedTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsWhatTheDefinitionKeeps(long seed) {
        Random random = new Random(seed);
        List<Allotment> candidates = new ArrayList<>();
        for (int rank = 1; rank <= 300; rank++) candidates.add(allotment(rank, random));
        AllocationProblem.Paid paid = new AllocationProblem.Paid("offer-7", 8, Money.usd("1"));

        List<Allotment> kept = AllocationProblem.over(Money.USD, List.of(), candidates, List.of(), BigDecimal.ZERO, List.of(paid)).allotments();

        List<Allotment> asDefined = candidates.stream().filter(a -> a.offer().equals("offer-7") || candidates.stream().noneMatch(a::isDominatedBy))
                .sorted(Comparator.comparing(Allotment::workload).thenComparing(Allotment::rank)).toList();
        assertThat(kept).isEqualTo(asDefined).hasSizeLessThan(250).hasSizeGreaterThan(5);
    }

    private static Allotment allotment(int rank, Random random) {
        TreeMap<Layer, String> entities = new TreeMap<>(Map.of(Layer.DESIGNER, "n", Layer.PROVIDER, "p" + random.nextInt(2), Layer.STACK, "s"));
        int blocks = random.nextInt(4);
        return new Allotment("w" + random.nextInt(2), "offer-" + rank, "chip-" + random.nextInt(2), entities, rank, BigDecimal.valueOf(random.nextInt(2)).setScale(random.nextInt(2)),
                Money.usd(String.valueOf(10 + random.nextInt(6))), 100, blocks == 0 ? null : blocks, Money.usd(String.valueOf(random.nextInt(2))), random.nextBoolean(), random.nextBoolean(),
                random.nextBoolean(), random.nextInt(4) == 0 ? "site" : null, BigDecimal.valueOf(random.nextInt(2)));
    }
}
