package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Frontier.Point;
import dev.secondsource.allocation.Share;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final Decision DECISION = Shipped.decision(Shipped.profile("enterprise-serving-70b"));
    private static final Frontier FRONTIER = Alternatives.frontier(DECISION, Shipped.market()).orElseThrow();

    @Test
    void leadsFromAllInOnePlaceToAsSpreadAsCanBe() {
        Point first = FRONTIER.points().get(0);
        Point last = FRONTIER.points().get(FRONTIER.points().size() - 1);

        assertThat(first.allocation().shares()).hasSize(1);
        assertThat(first.effectiveDesigners()).isEqualByComparingTo("1");
        assertThat(last.effectiveDesigners()).isGreaterThan(new BigDecimal("2.5"));
        assertThat(FRONTIER.points()).extracting(p -> p.allocation().total()).isSorted();
    }

    @Test
    void marksWhatWasDecided() {
        assertThat(FRONTIER.points().get(FRONTIER.chosen()).allocation()).isEqualTo(DECISION.allocation());
        assertThat(FRONTIER.points().get(FRONTIER.chosen()).most()).isNull();
    }

    @Test
    void putsNoMoreOnOneThanThePointSays() {
        for (Point point : FRONTIER.points()) {
            if (point.most() == null) continue;
            assertThat(largest(point, Share::designer)).isLessThanOrEqualTo(point.most().doubleValue() + 1e-9);
            assertThat(largest(point, Share::provider)).isLessThanOrEqualTo(point.most().doubleValue() + 1e-9);
        }
    }

    @Test
    void countsEntitiesByTheInverseOfTheirConcentration() {
        for (Point point : FRONTIER.points()) {
            double squares = by(point, Share::designer).values().stream().mapToDouble(s -> s * s).sum();
            assertThat(point.effectiveDesigners().doubleValue()).isCloseTo(1 / squares, within(1e-6));
        }
    }

    @Test
    void isEmptyWhereNothingIsAllocated() {
        assertThat(Alternatives.frontier(Shipped.decision(Shipped.profile("export-controlled-site")), Shipped.market())).isEmpty();
    }

    private static double largest(Point point, Function<Share, String> entity) {
        return by(point, entity).values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static Map<String, Double> by(Point point, Function<Share, String> entity) {
        Map<String, Double> shares = new TreeMap<>();
        point.allocation().shares().forEach(s -> shares.merge(entity.apply(s), s.share().doubleValue() * point.allocation().weights().get(s.workload()).doubleValue(), Double::sum));
        return shares;
    }
}
