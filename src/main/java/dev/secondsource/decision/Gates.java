package dev.secondsource.decision;

import dev.secondsource.allocation.HittingSet;
import dev.secondsource.allocation.ShutOut.Way;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why nothing may lead a workload. */
final class Gates {
    private static final int MOST = 6;

    private Gates() {}

    /** @param answer of a workload without a leader */
    static ShutOut of(WorkloadDecision answer) {
        Set<List<String>> reasons = new LinkedHashSet<>();
        Map<String, Assessed> alone = new LinkedHashMap<>();
        for (Assessed candidate : answer.candidates()) {
            List<String> shut = reasons(candidate);
            reasons.add(shut);
            if (shut.size() == 1 && candidate.cost() != null) alone.merge(shut.get(0), candidate, Gates::cheaper);
        }
        List<Way> ways = alone.entrySet().stream().map(e -> new Way(e.getKey(), e.getValue().offer().id(), e.getValue().cost().perMonth().toCents()))
                .sorted(Comparator.comparing(Way::perMonth).thenComparing(Way::gate)).toList();
        List<List<String>> narrowestFirst = reasons.stream().sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString)).toList();
        Optional<List<String>> smallest = HittingSet.smallest(narrowestFirst, MOST);
        List<String> gates = smallest.orElseGet(() -> narrowestFirst.stream().flatMap(List::stream).distinct().toList());
        return new ShutOut(answer.workload().id(), answer.candidates().size(), gates.stream().sorted().toList(), smallest.isPresent(), ways);
    }

    private static Assessed cheaper(Assessed a, Assessed b) {
        int compared = a.cost().perMonth().compareTo(b.cost().perMonth());
        return compared < 0 || compared == 0 && a.offer().id().compareTo(b.offer().id()) <= 0 ? a : b;
    }

    /** Each by itself keeps the offer from leading; what makes it a second source only is one reason if one rule does. */
    private static List<String> reasons(Assessed candidate) {
        List<String> shut = new ArrayList<>();
        if (candidate.offer().price() == null) shut.add(ShutOut.NO_PRICE);
        else if (candidate.cost() == null && candidate.verdict().verdict() != Verdict.REJECT) shut.add(ShutOut.NO_COST);
        if (candidate.verdict().verdict() == Verdict.REJECT)
            candidate.findings().stream().filter(f -> f.standsAgainst(Severity.BLOCKER)).map(f -> f.rule()).distinct().forEach(shut::add);
        else if (candidate.verdict().verdict() == Verdict.SECOND_SOURCE_ONLY) shut.addAll(candidate.verdict().decidedBy());
        return shut.stream().sorted().toList();
    }
}
