package dev.secondsource.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries every split of every workload on a grid: slow, plain, and right. */
final class Enumeration {
    private static final double NOISE = 1e-9;

    private final AllocationProblem problem;
    private final int lots;
    private final int[] given;
    private double least = Double.POSITIVE_INFINITY;

    private Enumeration(AllocationProblem problem, int lots) {
        this.problem = problem;
        this.lots = lots;
        this.given = new int[problem.allotments().size()];
    }

    /** Cost of the cheapest split that holds all limits; empty if none does. */
    static Optional<Double> least(AllocationProblem problem, int lots) {
        Enumeration enumeration = new Enumeration(problem, lots);
        enumeration.workload(0);
        return Double.isInfinite(enumeration.least) ? Optional.empty() : Optional.of(enumeration.least);
    }

    private void workload(int number) {
        if (number == problem.works().size()) {
            if (holds()) least = Math.min(least, cost());
            return;
        }
        List<Integer> offers = new ArrayList<>();
        for (int i = 0; i < given.length; i++) if (problem.allotments().get(i).workload().equals(problem.works().get(number).id())) offers.add(i);
        split(offers, 0, lots, number);
    }

    private void split(List<Integer> offers, int at, int left, int number) {
        if (at == offers.size() - 1) {
            given[offers.get(at)] = left;
            workload(number + 1);
            return;
        }
        for (int lot = 0; lot <= left; lot++) {
            given[offers.get(at)] = lot;
            split(offers, at + 1, left - lot, number);
        }
    }

    private boolean holds() {
        for (Limit limit : problem.limits()) {
            if (limit instanceof Limit.MostProviders) {
                Set<String> providers = new HashSet<>();
                for (int i = 0; i < given.length; i++) if (given[i] > 0) providers.add(problem.allotments().get(i).provider());
                if (providers.size() > limit.bound().intValue()) return false;
                continue;
            }
            for (var sum : limit.sums(problem)) {
                double value = 0;
                for (int i = 0; i < given.length; i++) value += sum.apply(problem.allotments().get(i)).doubleValue() * given[i] / lots;
                if (limit.isFloor() ? value < limit.bound().doubleValue() - NOISE : value > limit.bound().doubleValue() + NOISE) return false;
            }
        }
        return true;
    }

    private double cost() {
        BigDecimal cost = BigDecimal.ZERO;
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < given.length; i++) {
            if (given[i] == 0) continue;
            Allotment a = problem.allotments().get(i);
            cost = cost.add(a.perMonth().amount().multiply(BigDecimal.valueOf(given[i])).divide(BigDecimal.valueOf(lots)));
            if (moved.add(a.workload() + a.stack())) cost = cost.add(a.movingPerMonth().amount());
        }
        return cost.doubleValue();
    }
}
