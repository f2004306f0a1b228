package dev.secondsource.explanation;

import dev.secondsource.knowledge.Severity;
import dev.secondsource.policy.PolicyValue;
import java.util.List;

/**
 * Something of a contract that the profile does not say and a rule of weight wants to know.
 *
 * @param rule its id
 * @param severity what it may weigh
 * @param word of the subject, by path: {@code deal.exitPlan}
 * @param asked the same in words: {@code the existence of a tested exit plan}
 * @param thresholds that the rule reads, in its order
 */
public record OpenClause(String rule, Severity severity, String word, String asked, List<PolicyValue> thresholds) {
    public OpenClause {
        thresholds = List.copyOf(thresholds);
    }
}
