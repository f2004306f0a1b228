package dev.secondsource.knowledge;

import dev.secondsource.policy.PolicyValue;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says where certain values hold: the same of every subject of which they do, so that it is put into words
 * once however many offers it is about.
 *
 * @param rule id of the rule
 * @param state FIRED or UNKNOWN; the silent states are counted by {@link Judgement}
 * @param severity the rule's own, whatever the evidence
 * @param effect which way it speaks
 * @param values bound values by name, as plain text, decimals without exponent
 * @param thresholds the policy values it compared with
 * @param missing for UNKNOWN: what must be known, in words
 * @param sentence it in words
 * @param mitigation what would make it acceptable, null if nothing is named
 */
public record Remark(
        String rule,
        State state,
        Severity severity,
        Effect effect,
        SortedMap<String, String> values,
        List<PolicyValue> thresholds,
        List<String> missing,
        String sentence,
        @Nullable String mitigation) {

    public Remark {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        thresholds = List.copyOf(thresholds);
        missing = List.copyOf(missing);
    }

    /** Of a rule that could not judge, since inputs are missing. */
    public static Remark unknown(String rule, Severity severity, Effect effect, List<String> missing, String sentence) {
        return new Remark(rule, State.UNKNOWN, severity, effect, new TreeMap<>(), List.of(), missing, sentence, null);
    }
}
