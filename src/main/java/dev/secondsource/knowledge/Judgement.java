package dev.secondsource.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What rules say of a set of subjects, defeats among them resolved.
 *
 * @param findings FIRED and UNKNOWN, sorted
 * @param states every asked rule with every subject of its kind
 * @param broken rules that threw, with the reason; a decision that rests on such a judgement is degraded
 */
public record Judgement(List<Finding> findings, States states, SortedMap<String, String> broken) {

    public Judgement {
        findings = findings.stream().sorted().toList();
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Findings by subject id. */
    public Map<String, List<Finding>> bySubject() {
        return findings.stream().collect(Collectors.groupingBy(Finding::subject));
    }

    /** This and what other rules say of the same subjects; defeats hold across both. */
    public Judgement and(Judgement other, Defeats defeats) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        SortedMap<String, String> allBroken = new TreeMap<>(broken);
        allBroken.putAll(other.broken);
        return new Judgement(defeats.resolveAll(all), states.and(other.states), allBroken);
    }
}
