package dev.secondsource.report;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bins with round edges.
 *
 * @param edges ascending; what lies below the first and from the last on has a bin of its own
 */
record Histogram(List<BigDecimal> edges) {
    private static final int BINS = 12;
    private static final List<BigDecimal> STEPS = Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

    Histogram {
        edges = List.copyOf(edges);
    }

    /**
     * Bins for most of some amounts: the outermost fortieth on either side shares the open bins, so that no outlier
     * squeezes the rest.
     *
     * @param amounts one or more, in any order
     */
    static Histogram of(List<BigDecimal> amounts) {
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        BigDecimal low = sorted.get(sorted.size() / 40);
        BigDecimal high = sorted.get(sorted.size() - 1 - sorted.size() / 40);
        BigDecimal step = step(high.subtract(low), sorted.get(sorted.size() / 2));
        List<BigDecimal> edges = new ArrayList<>();
        for (BigDecimal edge = low.divide(step, 0, RoundingMode.FLOOR).multiply(step); ; edge = edge.add(step)) {
            edges.add(edge);
            if (edge.compareTo(high) > 0) return new Histogram(edges);
        }
    }

    /** The smallest round step that needs no more bins than there are; a tenth of the middle amount where all are alike. */
    private static BigDecimal step(BigDecimal range, BigDecimal middle) {
        BigDecimal wide = range.signum() > 0 ? range : middle.abs().max(BigDecimal.ONE);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wide.precision() - wide.scale() - 3);
        for (;; power = power.movePointRight(1))
            for (BigDecimal step : STEPS) {
                BigDecimal round = step.multiply(power);
                if (Decimals.divide(wide, round).compareTo(BigDecimal.valueOf(BINS - 1)) <= 0) return Decimals.plain(round);
            }
    }

    /** Bins: one below the first edge, one from each edge on. */
    int bins() {
        return edges.size() + 1;
    }

    /** The bin of an amount. */
    int bin(BigDecimal amount) {
        return (int) edges.stream().filter(edge -> edge.compareTo(amount) <= 0).count();
    }

    /** How many of these are in each bin. */
    int[] count(List<BigDecimal> amounts) {
        int[] counts = new int[bins()];
        amounts.forEach(a -> counts[bin(a)]++);
        return counts;
    }

    /** {@code 58 000 to 60 000}. */
    String label(int bin) {
        int decimals = edges.stream().map(e -> Decimals.plain(e).scale()).max(Comparator.naturalOrder()).orElse(0);
        if (bin == 0) return "below " + edge(0, decimals);
        return bin == edges.size() ? edge(bin - 1, decimals) + " and more" : edge(bin - 1, decimals) + " to " + edge(bin, decimals);
    }

    private String edge(int index, int decimals) {
        BigDecimal edge = edges.get(index);
        return edges.get(edges.size() - 1).abs().compareTo(BigDecimal.valueOf(10_000_000)) >= 0 ? Amounts.count(edge.movePointLeft(6)) + Text.GLUE + "M" : Amounts.count(edge.setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
