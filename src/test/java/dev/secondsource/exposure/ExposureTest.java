package dev.secondsource.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExposureTest {

    /** OpenAI's announced gigawatts by designer, 2025 and 2026, all believed to be made by one foundry. */
    @Test
    void findsManyDesignersAndOneFoundry() {
        List<Holding> announced = new ArrayList<>();
        Map.of("nvidia", "10", "amd", "6", "broadcom", "10", "cerebras", "0.75", "aws", "2").forEach((designer, gigawatts) -> announced.add(
                holding(new BigDecimal(gigawatts).divide(new BigDecimal("28.75"), MathContext.DECIMAL64), Map.of(Layer.DESIGNER, designer, Layer.FOUNDRY, "tsmc"))));

        Exposure designers = of(Layer.DESIGNER, announced, List.of());
        Exposure foundries = of(Layer.FOUNDRY, announced, List.of());

        assertThat(designers.hhi()).isCloseTo(new BigDecimal("2910.4"), within(new BigDecimal("0.05")));
        assertThat(designers.effectiveNumber()).isCloseTo(new BigDecimal("3.436"), within(new BigDecimal("0.0005")));
        assertThat(foundries.effectiveNumber()).isEqualByComparingTo("1");
        assertThat(foundries.largestShare()).isEqualByComparingTo("1");
    }

    @Test
    void takesNothingUndisclosedForAShare() {
        List<Holding> half = List.of(holding("0.6", Map.of(Layer.FOUNDRY, "tsmc")), holding("0.4", Map.of()));

        Exposure foundry = of(Layer.FOUNDRY, half, List.of());

        assertThat(foundry.largestShare()).isEqualByComparingTo("0.6");
        assertThat(foundry.undisclosed()).isEqualByComparingTo("0.4");
        assertThat(foundry.mostPossible()).isEqualByComparingTo("1");
        assertThat(foundry.hhi()).isNull();
        assertThat(foundry.effectiveNumber()).isNull();
        assertThat(foundry.avoidable()).isNull();
    }

    @Test
    void knowsNoShareWhereNothingIsDisclosed() {
        Exposure memory = of(Layer.MEMORY, List.of(holding("1", Map.of())), List.of());

        assertThat(memory.largest()).isNull();
        assertThat(memory.largestShare()).isNull();
        assertThat(memory.mostPossible()).isEqualByComparingTo("1");
    }

    @Test
    void tellsWhatCouldBeAvoidedFromWhatIsSystemic() {
        List<Holding> all = List.of(holding("1", Map.of(Layer.DESIGNER, "nvidia")));
        Room alone = new Room(BigDecimal.ONE, List.of(lot("nvidia", "1")));
        Room choice = new Room(BigDecimal.ONE, List.of(lot("nvidia", "1"), lot("amd", "0.2")));

        assertThat(of(Layer.DESIGNER, all, List.of(alone)).avoidable()).isEqualByComparingTo("0");
        assertThat(of(Layer.DESIGNER, all, List.of(alone)).systemic()).isEqualByComparingTo("10000");
        assertThat(of(Layer.DESIGNER, all, List.of(choice)).avoidable()).isEqualByComparingTo("3200");
        assertThat(of(Layer.DESIGNER, all, List.of(choice)).systemic()).isEqualByComparingTo("6800");
    }

    @Test
    void tellsWhoGainedAndWhoLost() {
        List<Holding> before = List.of(holding("1", Map.of(Layer.DESIGNER, "nvidia")));
        List<Holding> after = List.of(holding("0.65", Map.of(Layer.DESIGNER, "amd")), holding("0.35", Map.of(Layer.DESIGNER, "nvidia")));

        Exposure designers = Exposure.of(Layer.DESIGNER, after, before, List.of(), entity -> false, false);

        assertThat(designers.sharesBefore()).containsOnlyKeys("nvidia");
        assertThat(designers.effectiveNumberBefore()).isEqualByComparingTo("1");
        assertThat(designers.changes().toString()).isEqualTo("{amd=0.65, nvidia=-0.65}");
    }

    @Test
    void knowsNoChangeWhereEitherSideIsUndisclosed() {
        List<Holding> dark = List.of(holding("0.5", Map.of(Layer.MEMORY, "sk-hynix")), holding("0.5", Map.of()));
        List<Holding> plain = List.of(holding("1", Map.of(Layer.MEMORY, "micron")));

        Exposure lost = Exposure.of(Layer.MEMORY, dark, plain, List.of(), entity -> false, false);
        Exposure found = Exposure.of(Layer.MEMORY, plain, dark, List.of(), entity -> false, false);

        assertThat(lost.changes()).isEmpty();
        assertThat(lost.systemic()).isNull();
        assertThat(found.changes()).isEmpty();
        assertThat(found.undisclosedBefore()).isEqualByComparingTo("0.5");
        assertThat(of(Layer.MEMORY, plain, List.of()).undisclosedBefore()).isNull();
    }

    /** An allocation may be more spread than caps allow; then nothing of it was avoidable. */
    @Property(tries = 200)
    void theAvoidablePartIsNeverNegative(@ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100) Integer> parts, @ForAll @IntRange(min = 1, max = 10) int cap) {
        Room room = new Room(BigDecimal.ONE, List.of(lot("e0", "1"), lot("e1", BigDecimal.valueOf(cap, 1).toString())));

        assertThat(of(Layer.DESIGNER, holdings(parts), List.of(room)).avoidable()).isNotNegative();
    }

    @Property(tries = 200)
    void aMergerOfTwoRaisesTheIndexByTwiceTheirProduct(@ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 100) Integer> parts) {
        List<Holding> apart = holdings(parts);
        List<Holding> merged = apart.stream().map(h -> h.entities().get(Layer.DESIGNER).equals("e1") ? holding(h.share(), Map.of(Layer.DESIGNER, "e0")) : h).toList();

        BigDecimal rise = of(Layer.DESIGNER, merged, List.of()).hhi().subtract(of(Layer.DESIGNER, apart, List.of()).hhi());

        BigDecimal twice = apart.get(0).share().multiply(apart.get(1).share()).multiply(BigDecimal.valueOf(20_000));
        assertThat(rise).isCloseTo(twice, within(new BigDecimal("0.001")));
    }

    private static List<Holding> holdings(List<Integer> parts) {
        BigDecimal all = BigDecimal.valueOf(parts.stream().mapToInt(Integer::intValue).sum());
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++)
            holdings.add(holding(BigDecimal.valueOf(parts.get(i)).divide(all, MathContext.DECIMAL64), Map.of(Layer.DESIGNER, "e" + i)));
        return holdings;
    }

    private static Room.Lot lot(String entity, String most) {
        return new Room.Lot(new BigDecimal(most), new TreeSet<>(Set.of(entity)));
    }

    private static Holding holding(String share, Map<Layer, String> entities) {
        return holding(new BigDecimal(share), entities);
    }

    private static Holding holding(BigDecimal share, Map<Layer, String> entities) {
        return new Holding(share, entities, List.of());
    }

    private static Exposure of(Layer layer, List<Holding> after, List<Room> rooms) {
        return Exposure.of(layer, after, List.of(), rooms, entity -> false, false);
    }
}
