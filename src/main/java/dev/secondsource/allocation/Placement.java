package dev.secondsource.allocation;

import dev.secondsource.cost.WholeMachines;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to place all work.
 *
 * @param parts by workload, then largest first
 * @param running a month, with what is paid already
 * @param moves one for each workload that moves to a stack it has not run on
 */
record Placement(List<Part> parts, Money running, List<Allocation.Move> moves) {
    /**
     * A part of a workload on an offer.
     *
     * @param share of the workload, above 0 up to 1
     * @param onPaid of that share, what runs on capacity paid for already
     * @param perMonth what the rest costs
     */
    record Part(Allotment allotment, BigDecimal share, BigDecimal onPaid, Money perMonth) {
        static Part of(Allotment allotment, BigDecimal share, BigDecimal onPaid) {
            BigDecimal rest = share.subtract(onPaid);
            if (allotment.blocks() != null) rest = new WholeMachines(allotment.blocks()).paidFor(rest);
            return new Part(allotment, Decimals.plain(share), Decimals.plain(onPaid), allotment.perMonth().times(rest).toCents());
        }
    }

    static Placement of(AllocationProblem problem, List<Part> parts) {
        Map<String, Integer> order = new LinkedHashMap<>();
        problem.works().forEach(w -> order.put(w.id(), order.size()));
        List<Part> sorted = parts.stream().sorted(Comparator.comparing((Part p) -> order.get(p.allotment.workload())).thenComparing(Part::share, Comparator.reverseOrder())
                .thenComparing(p -> p.allotment.rank()).thenComparing(p -> p.allotment.offer())).toList();
        Map<List<String>, Allocation.Move> moves = new LinkedHashMap<>();
        for (Part p : sorted)
            if (p.allotment.movingPerMonth().isPositive())
                moves.putIfAbsent(List.of(p.allotment.workload(), p.allotment.stack()),
                        new Allocation.Move(p.allotment.workload(), p.allotment.stack(), p.allotment.movingPerMonth().toCents()));
        return new Placement(sorted, sorted.stream().map(Part::perMonth).reduce(problem.alreadyPaid().toCents(), Money::plus), List.copyOf(moves.values()));
    }

    Money moving() {
        return moves.stream().map(Allocation.Move::perMonth).reduce(Money.zero(running.currency()), Money::plus);
    }

    /** What is to be as small as possible. */
    Money total() {
        return running.plus(moving());
    }

    /** Most that any sum of a limit comes to; least, for a floor. */
    BigDecimal value(Limit limit, AllocationProblem problem) {
        if (limit instanceof Limit.MostProviders) return BigDecimal.valueOf(parts.stream().map(p -> p.allotment.provider()).distinct().count());
        if (limit instanceof Limit.Budget) return running.amount();
        Comparator<BigDecimal> worst = limit.isFloor() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return limit.sums(problem).stream()
                .map(sum -> parts.stream().map(p -> p.share.multiply(sum.apply(p.allotment))).reduce(BigDecimal.ZERO, BigDecimal::add))
                .max(worst).orElse(BigDecimal.ZERO);
    }
}
