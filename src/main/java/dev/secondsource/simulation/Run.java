package dev.secondsource.simulation;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.quantity.Money;
import java.util.List;
import java.util.Optional;

/**
 * What came of one world.
 *
 * @param number from 1
 * @param leads one a workload, in the profile's order
 * @param status of the allocation decided in it
 * @param decided cost of a month as decided anew, with moves to other stacks as spread over the horizon
 * @param comparable it places the same workloads as the answer does, so that the two costs can be subtracted
 * @param held cost of a month if the answer is kept as it is
 * @param closed shares of the answer, as workload and offer, to which a gate is closed that was open, or of which no cost is known any more
 * @param brokenLimits limits, the budget aside, that the answer as kept breaks by more than a step, and did not
 * @param overBudget the answer as kept costs more than the budget, which it did not
 * @param brokenRules rules that failed in it
 */
public record Run(int number, List<Lead> leads, Allocation.Status status, Money decided, boolean comparable, Money held, List<String> closed, List<String> brokenLimits, boolean overBudget, List<String> brokenRules) {
    public Run {
        leads = List.copyOf(leads);
        closed = List.copyOf(closed);
        brokenLimits = List.copyOf(brokenLimits);
        brokenRules = List.copyOf(brokenRules);
    }

    /**
     * The best candidate of a workload.
     *
     * @param first empty if none may lead
     * @param tied another accelerator of the same verdict is so close in score that the order means nothing
     */
    public record Lead(Optional<Acceptability.First> first, boolean tied) {}

    /** The answer may still be had as it is: every gate is open that was, and the budget pays for it. Limits of the policy it may break. */
    public boolean holds() {
        return closed.isEmpty() && !overBudget;
    }

    /** What keeping the answer costs more than deciding anew; below zero where keeping is cheaper. */
    public Money more() {
        return held.minus(decided);
    }

    /** What is lost by keeping the answer; nothing where keeping it is cheaper, since who could decide anew could also have kept it. */
    public Money regret() {
        return more().isPositive() ? more() : Money.zero(held.currency());
    }
}
