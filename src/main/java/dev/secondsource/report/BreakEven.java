package dev.secondsource.report;

import dev.secondsource.candidate.Comparison;
import dev.secondsource.chart.Scatter.Spot;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the picture of the 40/20 rule shows, on a page and in a terminal: each candidate's price advantage over the
 * incumbent against the incumbent's lead in performance, and the curve on which both cancel out, d* = l ÷ (1 + l).
 */
final class BreakEven {
    /** The rule it is named after: 40 % cheaper an hour against a lead of 20 %. */
    static final Spot RULE = new Spot(0.2, 0.4);

    /** Beyond these a point is drawn on the edge; the table has its numbers. */
    private static final double LEAST_LEAD = -0.9;
    private static final double MOST_LEAD = 4;
    private static final double LEAST_ADVANTAGE = -1;
    private static final double NARROWEST = 0.5;
    private static final int TENTH = 10;

    private final Decision decision;
    private final WorkloadDecision workload;
    private final List<Assessed> compared;
    private final double from;
    private final double to;
    private final double bottom;

    private BreakEven(Decision decision, WorkloadDecision workload, List<Assessed> compared, double mostLead) {
        this.decision = decision;
        this.workload = workload;
        this.compared = compared;
        this.from = Math.max(LEAST_LEAD, Math.min(-NARROWEST, leads().min().orElse(0)) - 0.05);
        this.to = Math.min(MOST_LEAD, Math.max(2 * NARROWEST, mostLead) + 0.1);
        this.bottom = Math.max(LEAST_ADVANTAGE, Math.min(-NARROWEST, advantages().min().orElse(0)) - 0.05);
    }

    /** All that can be compared with the incumbent, whatever their verdict. */
    static BreakEven of(Decision decision, WorkloadDecision workload) {
        List<Assessed> placed = workload.candidates().stream().filter(BreakEven::isPlaced).toList();
        return new BreakEven(decision, workload, placed, placed.stream().mapToDouble(a -> exact(a).x()).max().orElse(0));
    }

    /** A picture of some of its candidates; the slowest tenth that is not chosen may lie beyond it, so that no outlier squeezes the rest. */
    BreakEven of(List<Assessed> some) {
        double[] sorted = some.stream().mapToDouble(a -> exact(a).x()).sorted().toArray();
        double most = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - sorted.length / TENTH];
        return new BreakEven(decision, workload, List.copyOf(some), chosen().stream().filter(some::contains).mapToDouble(a -> exact(a).x()).reduce(most, Math::max));
    }

    private DoubleStream leads() {
        return compared.stream().mapToDouble(a -> exact(a).x());
    }

    private DoubleStream advantages() {
        return compared.stream().mapToDouble(a -> exact(a).y());
    }

    /** Both its price advantage and the incumbent's lead are known. */
    static boolean isPlaced(Assessed candidate) {
        Comparison c = candidate.candidate().comparison();
        return c.costAdvantage() != null && c.performanceLead() != null;
    }

    /** d above d*: above nothing, a unit of work costs less than the incumbent's. */
    static BigDecimal above(Assessed placed) {
        Comparison c = placed.candidate().comparison();
        return c.costAdvantage().subtract(c.breakEvenCostAdvantage());
    }

    Decision decision() {
        return decision;
    }

    WorkloadDecision workload() {
        return workload;
    }

    /** Best first. */
    List<Assessed> compared() {
        return compared;
    }

    /** Least lead in the picture. */
    double from() {
        return from;
    }

    /** Largest lead in the picture. */
    double to() {
        return to;
    }

    /** Least price advantage in the picture; the largest is the whole price. */
    double bottom() {
        return bottom;
    }

    /** The price advantage that breaks even at a lead. */
    static double curve(double lead) {
        return lead / (1 + lead);
    }

    /** The winner, and whatever is given a share. */
    List<Assessed> chosen() {
        return Stream.concat(workload.winner().stream(), decision.allocation().shares().stream().filter(s -> s.workload().equals(workload.workload().id()))
                .flatMap(s -> Status.candidate(decision, s).stream())).filter(compared::contains).distinct().toList();
    }

    /** Where it is drawn: on the edge if it lies beyond the picture. */
    Spot spot(Assessed a) {
        Spot exact = exact(a);
        return new Spot(Math.max(from, Math.min(to, exact.x())), Math.max(bottom, Math.min(1, exact.y())));
    }

    private static Spot exact(Assessed a) {
        Comparison c = a.candidate().comparison();
        return new Spot(c.performanceLead().doubleValue(), c.costAdvantage().doubleValue());
    }

    /** What lies outside the picture, in words; empty if all is inside. */
    List<String> beyond() {
        long outside = compared.stream().filter(a -> !spot(a).equals(exact(a))).count();
        return outside == 0 ? List.of() : List.of(Amounts.count(outside) + (outside == 1 ? " candidate lies" : " candidates lie") + " outside the picture and " + (outside == 1 ? "is" : "are") + " drawn on its edge.");
    }
}
