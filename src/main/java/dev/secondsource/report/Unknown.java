package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.verdict.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private record Gap(Severity severity, @Nullable String rule, String candidate) {}

    /**
     * All of a decision: prices first, then what weighs most and concerns most candidates. What is not known of a
     * candidate that is rejected anyway does not matter, and what differs in numbers or names alone is one.
     */
    static List<Unknown> of(Decision decision) {
        Alike.Gathering<Gap> gathering = new Alike.Gathering<>();
        for (WorkloadDecision workload : decision.workloads())
            for (Assessed candidate : workload.candidates())
                if (candidate.verdict().verdict() != Verdict.REJECT) gather(candidate, gathering);
        return gathering.kinds().stream().map(Unknown::of)
                .sorted(Comparator.<Unknown, Boolean>comparing(u -> !u.what().equals(PRICE))
                        .thenComparing(Comparator.comparing(Unknown::severity).reversed())
                        .thenComparing(Comparator.<Unknown>comparingInt(u -> u.candidates().size()).reversed())
                        .thenComparing(Unknown::what))
                .toList();
    }

    private static void gather(Assessed candidate, Alike.Gathering<Gap> gathering) {
        String id = candidate.candidate().id();
        if (candidate.offer().price() == null) gathering.add(PRICE, List.of(), new Gap(Severity.BLOCKER, null, id));
        for (String what : candidate.fit().missing()) gathering.add(what, List.of(candidate.offer().accelerator()), new Gap(Severity.BLOCKER, null, id));
        for (Finding finding : candidate.findings())
            if (finding.state() == State.UNKNOWN)
                for (String what : finding.missing()) gathering.add(what, finding.values().values(), new Gap(finding.severity(), finding.rule(), id));
    }

    private static Unknown of(Alike<Gap> kind) {
        List<Gap> gaps = kind.about();
        return new Unknown(kind.sentence(), gaps.stream().map(Gap::severity).max(Comparator.naturalOrder()).orElseThrow(),
                sorted(gaps.stream().map(Gap::rule).filter(Objects::nonNull)), sorted(gaps.stream().map(Gap::candidate)));
    }

    private static SortedSet<String> sorted(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(TreeSet::new));
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
}
