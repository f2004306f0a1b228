package dev.secondsource.comparison;

import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a change of rules or policy changes.
 *
 * @param rules added, removed and changed, by id
 * @param thresholds that differ, by key
 * @param decisions of every profile that was decided with both, in order
 */
public record RulesDiff(List<RuleChange> rules, List<ThresholdChange> thresholds, List<DecisionChange> decisions) {
    public RulesDiff {
        rules = List.copyOf(rules);
        thresholds = List.copyOf(thresholds);
        decisions = List.copyOf(decisions);
    }

    /** Rules and policy alone. */
    public static RulesDiff between(KnowledgeBase before, KnowledgeBase after) {
        return new RulesDiff(RuleChange.between(before.rules(), after.rules()), ThresholdChange.between(before.policyBook(), after.policyBook()), List.of());
    }

    /**
     * @param decisions of the same profiles on the same market, made with each
     */
    public static RulesDiff between(KnowledgeBase before, KnowledgeBase after, List<Change<Decision>> decisions) {
        RulesDiff inputs = between(before, after);
        List<DecisionChange> changes = new ArrayList<>();
        for (Change<Decision> decision : decisions)
            changes.add(DecisionChange.between(Outline.of(Objects.requireNonNull(decision.before()), before.rules()), Outline.of(Objects.requireNonNull(decision.after()), after.rules()), inputs.rules));
        return new RulesDiff(inputs.rules, inputs.thresholds, changes);
    }

    /** Decisions of which the answer, a verdict, a rank, a share, a cost or an exposure differs. */
    public List<DecisionChange> changed() {
        return decisions.stream().filter(DecisionChange::isChange).toList();
    }
}
