package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** All of a decision: what weighs most and concerns most candidates first. */
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
                .sorted(Comparator.comparing(Unknown::severity).reversed()
                        .thenComparing(Comparator.<Unknown>comparingInt(u -> u.candidates().size()).reversed())
                        .thenComparing(Unknown::what))
                .toList();
    }

    /** What is not known of one candidate. */
    static List<String> of(Assessed candidate) {
        List<String> all = new ArrayList<>(simple(candidate));
        candidate.findings().stream().filter(f -> f.state() == State.UNKNOWN).forEach(f -> all.addAll(f.missing()));
        return all.stream().distinct().sorted().toList();
    }

    private static List<String> simple(Assessed candidate) {
        List<String> simple = new ArrayList<>(candidate.fit().missing());
        if (candidate.offer().price() == null) simple.add(PRICE);
        return simple;
    }

    private static void note(Map<String, Unknown> found, String what, Severity severity, @org.jspecify.annotations.Nullable String rule, Assessed candidate) {
        Unknown old = found.computeIfAbsent(what, k -> new Unknown(what, severity, new TreeSet<>(), new TreeSet<>()));
        if (rule != null) old.rules().add(rule);
        old.candidates().add(candidate.candidate().id());
        if (severity.compareTo(old.severity()) > 0) found.put(what, new Unknown(what, severity, old.rules(), old.candidates()));
    }
}
