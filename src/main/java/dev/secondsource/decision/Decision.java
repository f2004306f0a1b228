package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.knowledge.States;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a buyer should do, as data.
 *
 * @param inputs fingerprints of what it rests on
 * @param profile the buyer
 * @param asOf the day of the decision; nothing dated later was seen
 * @param policy thresholds as they held
 * @param workloads one answer each, in the profile's order
 * @param allocation shares over all workloads
 * @param review what it leaves the buyer exposed to
 * @param assumptions what was assumed, in words
 * @param states what every rule said of every candidate
 * @param brokenRules rules that failed, with the reason; if any, the decision is degraded and says so
 */
public record Decision(
        Inputs inputs,
        BuyerProfile profile,
        LocalDate asOf,
        Policy policy,
        List<WorkloadDecision> workloads,
        Allocation allocation,
        Review review,
        List<String> assumptions,
        States states,
        SortedMap<String, String> brokenRules) {

    static final String TIE = "ranking.tie-score";

    public Decision {
        workloads = List.copyOf(workloads);
        assumptions = List.copyOf(assumptions);
        brokenRules = Collections.unmodifiableSortedMap(new TreeMap<>(brokenRules));
    }

    /** The same with more that was taken for granted, such as what the profile leaves out. */
    public Decision assuming(List<String> more) {
        List<String> all = new ArrayList<>(assumptions);
        all.addAll(more);
        return new Decision(inputs, profile, asOf, policy, workloads, allocation, review, all, states, brokenRules);
    }

    /** Difference in score below which two candidates of one verdict are tied. */
    public BigDecimal tie() {
        return policy.number(TIE);
    }

    /**
     * It is known of every candidate which rules were silent and which are not about it; a decision read from a record of before
     * records told that knows only how many.
     */
    public boolean knowsSilentRules() {
        return workloads.stream().flatMap(w -> w.candidates().stream()).allMatch(c -> c.silent().entrySet().stream().allMatch(s -> states.count(c.candidate().id(), s.getKey()) == s.getValue()));
    }

    /** It shows what somebody has negotiated. */
    public boolean isConfidential() {
        return inputs.overlaid() != null;
    }

    /** Every workload has an eligible candidate with a price. */
    public boolean isFeasible() {
        return allocation.status() != Allocation.Status.INFEASIBLE;
    }
}
