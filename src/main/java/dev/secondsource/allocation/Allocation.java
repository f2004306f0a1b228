package dev.secondsource.allocation;

import dev.secondsource.quantity.Money;
import java.util.List;

/**
 * What to buy from whom.
 *
 * @param status how it stands with the caps
 * @param shares by workload, then largest first; shares of a decided workload sum to one
 * @param perMonth cost of all shares
 * @param notes what a reader must know: caps that bind or cannot be met, budgets exceeded, workloads without an offer
 */
public record Allocation(Status status, List<Share> shares, Money perMonth, List<String> notes) {
    public Allocation {
        shares = List.copyOf(shares);
        notes = List.copyOf(notes);
    }

    /** How an allocation stands with the policy. */
    public enum Status {
        /** All caps hold. */
        SOUND,
        /** It rests on candidates with open conditions. */
        CONDITIONAL,
        /** A cap or the budget is exceeded, since nothing else is eligible: somebody must answer for it. */
        OVERRIDE_REQUIRED,
        /** A workload has no eligible, priced candidate. */
        INFEASIBLE
    }
}
