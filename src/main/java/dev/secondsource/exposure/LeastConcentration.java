package dev.secondsource.exposure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The least concentration that eligible offers allow at a layer (F-AVOID): what remains of an HHI when everybody carries
 * as much as makes the whole even. Caps of single accelerators that several entities share are not told apart, so the
 * true least may be higher.
 */
final class LeastConcentration {
    private static final int MOST_ROUNDS = 500;
    private static final int HALVINGS = 100;
    private static final double STILL = 1e-12;
    private static final int POINTS = 10_000;

    private LeastConcentration() {}

    /** HHI in points; empty if nobody disclosed could carry some workload. */
    static Optional<BigDecimal> of(List<Room> rooms) {
        List<Room> work = rooms.stream().filter(r -> r.weight().signum() > 0).toList();
        if (work.isEmpty() || work.stream().anyMatch(r -> r.most().isEmpty())) return Optional.empty();
        List<String> entities = List.copyOf(new TreeSet<>(work.stream().flatMap(r -> r.most().keySet().stream()).toList()));
        double all = work.stream().mapToDouble(r -> r.weight().doubleValue()).sum();
        double[][] given = new double[work.size()][entities.size()];
        double[] total = new double[entities.size()];
        // The sum of squares is convex, so evening out one workload after the other ends at the least.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int w = 0; w < given.length; w++) {
                for (int e = 0; e < total.length; e++) total[e] -= given[w][e];
                double[] evened = even(total, caps(work.get(w), entities, all), work.get(w).weight().doubleValue() / all);
                for (int e = 0; e < total.length; e++) {
                    moved += Math.abs(evened[e] - given[w][e]);
                    total[e] += evened[e];
                }
                given[w] = evened;
            }
            if (moved < STILL) break;
        }
        double squares = 0;
        for (double share : total) squares += share * share;
        return Optional.of(BigDecimal.valueOf(squares * POINTS).setScale(3, RoundingMode.HALF_EVEN));
    }

    /** Where all together cannot carry the work, the largest carries the rest, as the allocation has it. */
    private static double[] caps(Room room, List<String> entities, double all) {
        double weight = room.weight().doubleValue() / all;
        double[] caps = entities.stream().mapToDouble(e -> room.most().getOrDefault(e, BigDecimal.ZERO).doubleValue() * weight).toArray();
        int largest = 0;
        double sum = 0;
        for (int e = 0; e < caps.length; e++) {
            sum += caps[e];
            if (caps[e] > caps[largest]) largest = e;
        }
        if (sum < weight) caps[largest] += weight - sum;
        return caps;
    }

    /** Pours an amount on what stands there, lowest first, no more than its cap on each. */
    private static double[] even(double[] standing, double[] caps, double amount) {
        double low = 0;
        double high = 2;
        for (int i = 0; i < HALVINGS; i++) {
            double level = (low + high) / 2;
            double poured = 0;
            for (int e = 0; e < caps.length; e++) poured += poured(standing[e], caps[e], level);
            if (poured < amount) low = level;
            else high = level;
        }
        double[] given = new double[caps.length];
        for (int e = 0; e < caps.length; e++) given[e] = poured(standing[e], caps[e], high);
        return given;
    }

    private static double poured(double standing, double cap, double level) {
        return Math.min(cap, Math.max(0, level - standing));
    }
}
