package dev.secondsource.allocation;

import dev.secondsource.quantity.Decimals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The least cost of a problem.
 *
 * @param placement how the work is placed
 * @param search how good that is proven to be
 * @param at the program's answer, a start for problems that differ in bounds only
 */
record Solving(Placement placement, Allocation.Search search, double[] at) {
    static Optional<Solving> of(AllocationProblem problem, Effort effort) {
        return of(problem, effort, null);
    }

    /** @param start answer of a problem of the same shape */
    static Optional<Solving> of(AllocationProblem problem, Effort effort, double @Nullable [] start) {
        Model model = Model.of(problem);
        BranchAndBound.Outcome outcome = BranchAndBound.solve(model.program(), effort, start);
        if (outcome.at() == null) return Optional.empty();
        Placement placement = model.placement(outcome.at());
        double total = placement.total().amount().doubleValue();
        double bound = outcome.bound() * model.unit() + problem.alreadyPaid().amount().doubleValue();
        double gap = total <= 0 ? 0 : Math.max(0, (total - bound) / total);
        // Cents are rounded and ranks weigh a little; that is no gap.
        return Optional.of(new Solving(placement, new Allocation.Search(Decimals.of(gap < 1e-6 ? 0 : gap).round(new java.math.MathContext(3)), outcome.nodes(), outcome.complete(), outcome.timedOut()), outcome.at()));
    }

    /** Whether anything at all meets the limits; false too if nothing was found in time. */
    static boolean isPossible(AllocationProblem problem, Effort effort) {
        return BranchAndBound.solve(Model.of(problem).program(), new Effort(1, effort.mostPrograms(), effort.outOfTime()), null).at() != null;
    }

    /** By how much single limits must be broken for the rest to hold; empty if even then it does not. */
    static Optional<double[]> leastBroken(AllocationProblem problem, List<Limit> elastic, Effort effort) {
        Model model = Model.of(problem, elastic);
        BranchAndBound.Outcome outcome = BranchAndBound.solve(model.program(), effort, null);
        return Optional.ofNullable(outcome.at()).map(at -> elastic.stream().mapToDouble(l -> model.brokenBy(l, at)).toArray());
    }
}
