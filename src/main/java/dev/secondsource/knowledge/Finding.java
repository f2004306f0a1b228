package dev.secondsource.knowledge;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.policy.PolicyValue;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one subject, as far as the evidence carries it.
 *
 * @param subject id of the subject
 * @param remark what the rule says
 * @param severity after the cap that weak evidence puts on it
 * @param evidence where the values are from
 * @param defeatedBy ids of the rules that cancel it, empty if it stands
 */
public record Finding(String subject, Remark remark, Severity severity, List<Evidence> evidence, List<String> defeatedBy) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::subject)
            .thenComparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::state)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::sentence);

    public Finding {
        evidence = inOrder(evidence);
        defeatedBy = inOrder(defeatedBy);
    }

    /** A match, its severity capped by its evidence. */
    public static Finding fired(String subject, Remark remark, List<Evidence> evidence) {
        return new Finding(subject, remark, EvidenceCap.cap(remark.severity(), remark.effect(), evidence), evidence, List.of());
    }

    /** A rule that could not judge, since inputs are missing. */
    public static Finding unknown(String subject, Remark remark) {
        return new Finding(subject, remark, remark.severity(), List.of(), List.of());
    }

    private static <T extends Comparable<T>> List<T> inOrder(List<T> list) {
        return list.size() <= 1 ? List.copyOf(list) : list.stream().sorted().distinct().toList();
    }

    public String rule() {
        return remark.rule();
    }

    public State state() {
        return remark.state();
    }

    /** The rule's own severity if the cap lowered it, else null. */
    public @Nullable Severity cappedFrom() {
        return severity == remark.severity() ? null : remark.severity();
    }

    public Effect effect() {
        return remark.effect();
    }

    public SortedMap<String, String> values() {
        return remark.values();
    }

    public List<PolicyValue> thresholds() {
        return remark.thresholds();
    }

    public List<String> missing() {
        return remark.missing();
    }

    public String sentence() {
        return remark.sentence();
    }

    public @Nullable String mitigation() {
        return remark.mitigation();
    }

    /** The weakest among the evidence; E1 if it rests on the buyer's own statements alone. */
    public Grade grade() {
        return EvidenceCap.weakest(evidence);
    }

    /** It fired and nothing cancels it. */
    public boolean stands() {
        return state() == State.FIRED && defeatedBy.isEmpty();
    }

    public boolean standsAgainst(Severity least) {
        return stands() && effect() == Effect.AGAINST && severity.compareTo(least) >= 0;
    }

    public boolean standsFor(Severity least) {
        return stands() && effect() == Effect.FOR && severity.compareTo(least) >= 0;
    }

    Finding defeatedBy(List<String> rules) {
        return new Finding(subject, remark, severity, evidence, rules);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
