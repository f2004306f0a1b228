package dev.secondsource.allocation;

import dev.secondsource.allocation.Allocation.Conflict;
import dev.secondsource.allocation.Allocation.Relaxed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Why limits cannot all be met, and which of them would have to give way. */
final class Conflicts {
    /** Rounds after which a set is taken though a smaller one may exist. */
    private static final int MOST_ROUNDS = 300;

    private final AllocationProblem problem;
    private final Effort effort;

    private Conflicts(AllocationProblem problem, Effort effort) {
        this.problem = problem;
        this.effort = effort;
    }

    /** A conflict, and the problem with what had to give way. */
    record Resolved(Conflict conflict, AllocationProblem problem) {}

    /** @param problem one that has no answer */
    static Resolved resolve(AllocationProblem problem, Effort effort) {
        return new Conflicts(problem, effort).resolve();
    }

    private Resolved resolve() {
        Optional<List<Limit>> smallest = smallest();
        List<Limit> conflict = smallest.orElseGet(this::irreducible);
        List<Relaxed> single = new ArrayList<>();
        // What alone makes the rest possible is in every set in conflict, so also in this one.
        for (Limit limit : conflict) relax(limit).ifPresent(single::add);
        single.sort(Comparator.comparing(Relaxed::perMonth));
        List<Relaxed> applied = applied(single);
        AllocationProblem relaxed = problem;
        for (Relaxed r : applied) relaxed = relaxed.replacing(r.limit(), r.limit().at(r.to()));
        return new Resolved(new Conflict(conflict, smallest.isPresent(), single, applied), relaxed);
    }

    /**
     * The smallest set in conflict, by hitting sets (Ignatiev et al. 2015): whatever can be broken so that the rest holds
     * must have a member in every conflict; a smallest set that meets all of these and is in conflict itself is one.
     */
    private Optional<List<Limit>> smallest() {
        List<List<Integer>> corrections = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Integer> hard = HittingSet.smallest(corrections, problem.limits().size()).orElseThrow();
            List<Limit> elastic = IntStream.range(0, problem.limits().size()).filter(i -> !hard.contains(i)).mapToObj(problem.limits()::get).toList();
            Optional<double[]> broken = Solving.leastBroken(problem, elastic, effort);
            if (broken.isEmpty()) return Optional.of(hard.stream().sorted().map(problem.limits()::get).toList());
            List<Integer> correction = IntStream.range(0, elastic.size()).filter(i -> broken.get()[i] > Program.TOLERANCE).mapToObj(i -> problem.limits().indexOf(elastic.get(i))).toList();
            if (correction.isEmpty()) return Optional.empty();
            corrections.add(correction);
        }
        return Optional.empty();
    }

    /** Leaves out one limit after the other as long as the rest is still in conflict. */
    private List<Limit> irreducible() {
        List<Limit> kept = problem.limits();
        for (Limit limit : problem.limits()) {
            List<Limit> without = kept.stream().filter(l -> !l.equals(limit)).toList();
            if (!Solving.isPossible(problem.under(without), effort)) kept = without;
        }
        return kept;
    }

    private Optional<Relaxed> relax(Limit limit) {
        return Solving.leastBroken(problem, List.of(limit), effort).flatMap(by -> {
            Limit looser = limit.loosenedBy(by[0]);
            return Solving.of(problem.replacing(limit, looser), effort).map(s -> new Relaxed(limit, looser.bound(), s.placement().running()));
        });
    }

    /** What needs no signature gives way first, if need be in several places; nothing unproven is bought to keep a cap. */
    private List<Relaxed> applied(List<Relaxed> single) {
        Optional<Relaxed> unsigned = single.stream().filter(r -> !r.limit().needsAnOverride()).findFirst();
        if (unsigned.isPresent()) return List.of(unsigned.get());
        List<Limit> soft = problem.limits().stream().filter(l -> !l.needsAnOverride()).toList();
        return together(soft).or(() -> single.stream().findFirst().map(List::of)).or(() -> together(problem.limits()))
                .orElseThrow(() -> new IllegalStateException("work that nothing may lead is no part of a problem"));
    }

    /** Several limits at once, as little as may be; empty if that is not enough. */
    private Optional<List<Relaxed>> together(List<Limit> limits) {
        return Solving.leastBroken(problem, limits, effort).map(by -> {
            List<Relaxed> given = new ArrayList<>();
            for (int i = 0; i < by.length; i++)
                if (by[i] > Program.TOLERANCE) given.add(new Relaxed(limits.get(i), limits.get(i).loosenedBy(by[i]).bound(), null));
            return given;
        });
    }
}
