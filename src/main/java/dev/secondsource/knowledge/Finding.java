package dev.secondsource.knowledge;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.policy.PolicyValue;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one subject.
 *
 * @param rule id of the rule
 * @param subject id of the subject
 * @param state FIRED or UNKNOWN; the silent states are counted by {@link Judgement}
 * @param severity after the cap that weak evidence puts on it (META-04)
 * @param cappedFrom the rule's own severity if the cap lowered it, else null
 * @param effect which way it speaks
 * @param values bound values by name, as plain text, decimals without exponent
 * @param thresholds the policy values it compared with
 * @param missing for UNKNOWN: what must be known, in words
 * @param evidence where the values are from
 * @param grade weakest grade among the evidence; E1 if it rests on the buyer's own statements alone
 * @param sentence the finding in words
 * @param mitigation what would make it acceptable, null if nothing is named
 * @param defeatedBy ids of the rules that cancel it, empty if it stands
 */
public record Finding(
        String rule,
        String subject,
        State state,
        Severity severity,
        @Nullable Severity cappedFrom,
        Effect effect,
        SortedMap<String, String> values,
        List<PolicyValue> thresholds,
        List<String> missing,
        List<Evidence> evidence,
        Grade grade,
        String sentence,
        @Nullable String mitigation,
        List<String> defeatedBy)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::subject)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::state)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::sentence);

    public Finding {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        thresholds = List.copyOf(thresholds);
        missing = List.copyOf(missing);
        evidence = inOrder(evidence);
        defeatedBy = inOrder(defeatedBy);
    }

    /**
     * A match, its severity capped by its evidence.
     *
     * @param state FIRED, or UNKNOWN where the rule itself says that a fact is too weak to use
     */
    public static Finding fired(String rule, String subject, State state, Severity severity, Effect effect,
            SortedMap<String, String> values, List<PolicyValue> thresholds, List<Evidence> evidence, String sentence, @Nullable String mitigation) {
        Severity capped = EvidenceCap.cap(severity, effect, evidence);
        return new Finding(rule, subject, state, capped, capped == severity ? null : severity, effect, values, thresholds,
                state == State.UNKNOWN ? List.of(sentence) : List.of(), evidence, EvidenceCap.weakest(evidence), sentence, mitigation, List.of());
    }

    /** A rule that could not judge, since inputs are missing. */
    public static Finding unknown(String rule, String subject, Severity severity, Effect effect, List<String> missing, String sentence) {
        return new Finding(rule, subject, State.UNKNOWN, severity, null, effect, new TreeMap<>(), List.of(), missing, List.of(),
                Grade.E1, sentence, null, List.of());
    }

    private static <T extends Comparable<T>> List<T> inOrder(List<T> list) {
        return list.size() <= 1 ? List.copyOf(list) : list.stream().sorted().distinct().toList();
    }

    /** It fired and nothing cancels it. */
    public boolean stands() {
        return state == State.FIRED && defeatedBy.isEmpty();
    }

    public boolean standsAgainst(Severity least) {
        return stands() && effect == Effect.AGAINST && severity.compareTo(least) >= 0;
    }

    public boolean standsFor(Severity least) {
        return stands() && effect == Effect.FOR && severity.compareTo(least) >= 0;
    }

    Finding defeatedBy(List<String> rules) {
        return new Finding(rule, subject, state, severity, cappedFrom, effect, values, thresholds, missing, evidence,
                grade, sentence, mitigation, rules);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
