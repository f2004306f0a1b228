package dev.secondsource.stress;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.quantity.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a stress test keeps of a decision, by workload and offer: a dozen whole decisions would fill a small machine.
 *
 * @param costs of a month of the whole workload, where known
 * @param sizes by the same, in machines
 * @param slackDays days to spare until the capacity is needed, where known
 * @param blocked what a gate is closed to
 * @param answer what was decided
 */
record Seen(Map<String, Money> costs, Map<String, Bill.Size> sizes, Map<String, Integer> slackDays, Set<String> blocked, Answer answer) {

    /** @param base the decision in the world as assumed, against which the answer is told */
    static Seen of(Decision decision, Decision base) {
        Map<String, Money> costs = new HashMap<>();
        Map<String, Integer> slack = new HashMap<>();
        Set<String> blocked = new HashSet<>();
        candidates(decision).forEach((key, candidate) -> {
            if (candidate.cost() != null) costs.put(key, candidate.cost().perMonth());
            Integer days = candidate.candidate().supply().slackDays();
            if (days != null) slack.put(key, days);
            if (candidate.findings().stream().anyMatch(f -> f.standsAgainst(Severity.BLOCKER))) blocked.add(key);
        });
        return new Seen(costs, Bill.sizes(decision), slack, blocked, Answer.of(base, decision));
    }

    static Map<String, Assessed> candidates(Decision decision) {
        Map<String, Assessed> candidates = new HashMap<>();
        for (WorkloadDecision workload : decision.workloads())
            for (Assessed candidate : workload.candidates()) candidates.put(key(workload.workload().id(), candidate.offer().id()), candidate);
        return candidates;
    }

    static String key(Share share) {
        return key(share.workload(), share.offer());
    }

    static String key(String workload, String offer) {
        return workload + " <- " + offer;
    }
}
