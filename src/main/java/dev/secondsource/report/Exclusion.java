package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reason why candidates are out. A candidate with several reasons is counted under each.
 *
 * @param rule id of the rule that closed the gate; null where no rule did but there is nothing to compare
 * @param reason in words
 * @param candidates whom it concerns, best first
 */
record Exclusion(@Nullable String rule, String reason, List<Assessed> candidates) {
    private static final int EXAMPLES = 3;
    private static final int FEW = 2;

    /** The reasons of one workload, the most frequent first. */
    static List<Exclusion> of(WorkloadDecision workload, Map<String, Rule> rules) {
        Map<String, List<Assessed>> byRule = new TreeMap<>();
        Map<String, List<Assessed>> byGap = new TreeMap<>();
        for (Assessed candidate : workload.candidates()) {
            if (candidate.verdict().verdict() == Verdict.REJECT)
                candidate.verdict().decidedBy().forEach(r -> byRule.computeIfAbsent(r, k -> new ArrayList<>()).add(candidate));
            else if (candidate.cost() == null)
                byGap.computeIfAbsent(Names.noUnitCost(candidate), k -> new ArrayList<>()).add(candidate);
        }
        List<Exclusion> exclusions = new ArrayList<>();
        byRule.forEach((rule, who) -> exclusions.add(new Exclusion(rule, Names.title(rules, rule), who)));
        byGap.forEach((gap, who) -> exclusions.add(new Exclusion(null, "Not rejected, yet " + gap, who)));
        exclusions.sort(Comparator.<Exclusion>comparingInt(e -> -e.candidates().size()).thenComparing(Exclusion::reason));
        return exclusions;
    }

    /** {@code 12 candidates, among them aws p5.48xlarge}, from different providers. */
    String who() {
        Map<String, String> byProvider = new LinkedHashMap<>();
        for (Assessed candidate : candidates) byProvider.putIfAbsent(candidate.offer().provider(), Names.sold(candidate.offer()));
        List<String> examples = byProvider.values().stream().limit(EXAMPLES).toList();
        boolean all = candidates.stream().map(c -> Names.sold(c.offer())).distinct().count() == examples.size();
        return Amounts.count(candidates.size()) + (candidates.size() == 1 ? " candidate: " : all ? " candidates: " : " candidates, among them ")
                + String.join("; ", examples);
    }

    /** {@code : nvidia GB200 GPU} if naming all takes no room; else nothing. */
    String few() {
        return candidates.size() > FEW ? "" : ": " + String.join("; ", candidates.stream().map(c -> Names.sold(c.offer())).distinct().toList());
    }
}
