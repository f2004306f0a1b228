package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not known and would have been looked at.
 *
 * @param what in words
 * @param severity how much the heaviest rule that asked for it weighs
 * @param rules ids of the rules that asked, possibly none
 * @param candidates ids of the candidates it is not known for
 */
record Unknown(String what, Severity severity, SortedSet<String> rules, SortedSet<String> candidates) {
    /** No source states a price. */
    static final String PRICE = "price";

    /** All of a decision: prices first, then what weighs most and concerns most candidates. */
    static List<Unknown> of(Decision decision) {
        Map<String, Unknown> found = new TreeMap<>();
        for (WorkloadDecision workload : decision.workloads())
            for (Assessed candidate : workload.candidates()) {
                for (String what : simple(candidate)) note(found, what, Severity.BLOCKER, null, candidate);
                for (Finding finding : candidate.findings())
                    if (finding.state() == State.UNKNOWN)
                        for (String what : finding.missing()) note(found, what, finding.severity(), finding.rule(), candidate);
            }
        return found.values().stream()
                .sorted(Comparator.<Unknown, Boolean>comparing(u -> !u.what().equals(PRICE))
                        .thenComparing(Comparator.comparing(Unknown::severity).reversed())
                        .thenComparing(Comparator.<Unknown>comparingInt(u -> u.candidates().size()).reversed())
                        .thenComparing(Unknown::what))
                .toList();
    }

    /** What is not known of the very same candidates as one, so that a reader meets each gap once. */
    static List<Unknown> together(List<Unknown> unknowns) {
        Map<SortedSet<String>, Unknown> together = new LinkedHashMap<>();
        for (Unknown unknown : unknowns) together.merge(unknown.candidates(), unknown, Unknown::with);
        return List.copyOf(together.values());
    }

    private Unknown with(Unknown other) {
        SortedSet<String> all = new TreeSet<>(rules);
        all.addAll(other.rules);
        return new Unknown(words(what) + "; " + words(other.what), severity, all, candidates);
    }

    String sentence() {
        return words(what) + ": " + Amounts.count(candidates.size())
                + (candidates.size() == 1 ? " candidate" : " candidates") + (rules.isEmpty() ? "" : ", asked by " + String.join(", ", rules));
    }

    private static String words(String what) {
        if (what.equals(PRICE)) return "price (no source states one; it is shown as unknown and never as 0)";
        return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    private static List<String> simple(Assessed candidate) {
        List<String> simple = new ArrayList<>(candidate.fit().missing());
        if (candidate.offer().price() == null) simple.add(PRICE);
        return simple;
    }

    private static void note(Map<String, Unknown> found, String what, Severity severity, @Nullable String rule, Assessed candidate) {
        Unknown old = found.computeIfAbsent(what, k -> new Unknown(what, severity, new TreeSet<>(), new TreeSet<>()));
        if (rule != null) old.rules().add(rule);
        old.candidates().add(candidate.candidate().id());
        if (severity.compareTo(old.severity()) > 0) found.put(what, new Unknown(what, severity, old.rules(), old.candidates()));
    }
}
