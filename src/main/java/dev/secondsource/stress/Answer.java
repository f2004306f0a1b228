package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.market.Offer;
import dev.secondsource.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided if a scenario were how the world is.
 *
 * @param statusBefore of the allocation in the world as assumed
 * @param status of the allocation then
 * @param perMonth what it would cost then
 * @param shares what would be bought
 * @param winners one a workload, in the profile's order
 * @param sharesChange the allocation would be another
 */
public record Answer(Allocation.Status statusBefore, Allocation.Status status, Money perMonth, List<Share> shares, List<Winner> winners, boolean sharesChange) {
    public Answer {
        shares = List.copyOf(shares);
        winners = List.copyOf(winners);
    }

    /**
     * The best candidate of a workload.
     *
     * @param before in the world as assumed; null if none may lead
     * @param after in the scenario; null likewise
     */
    public record Winner(String workload, @Nullable Offer before, @Nullable Offer after) {
        /** Another offer leads. */
        public boolean changes() {
            return before == null ? after != null : after == null || !before.id().equals(after.id());
        }
    }

    static Answer of(Decision base, Decision then) {
        List<Winner> winners = new ArrayList<>();
        for (int i = 0; i < base.workloads().size(); i++)
            winners.add(new Winner(base.workloads().get(i).workload().id(), offer(base.workloads().get(i)), offer(then.workloads().get(i))));
        return new Answer(base.allocation().status(), then.allocation().status(), then.allocation().perMonth(), then.allocation().shares(), winners, !shares(base).equals(shares(then)));
    }

    /** It stands otherwise with the limits. */
    public boolean statusChanges() {
        return status != statusBefore;
    }

    /** Another offer leads a workload, shares move, or they stand otherwise with the limits. */
    public boolean changes() {
        return statusChanges() || sharesChange || winners.stream().anyMatch(Winner::changes);
    }

    private static @Nullable Offer offer(WorkloadDecision workload) {
        return workload.winner().map(Assessed::offer).orElse(null);
    }

    private static List<String> shares(Decision decision) {
        return decision.allocation().shares().stream().map((Share s) -> s.workload() + " " + s.offer() + " " + s.share().stripTrailingZeros().toPlainString()).sorted().toList();
    }
}
