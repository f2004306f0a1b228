package dev.secondsource.knowledge;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * All that the rules say of a set of subjects, defeats resolved.
 *
 * @param findings FIRED and UNKNOWN, sorted
 * @param states by rule id and subject id, every rule with every subject of its kind
 * @param broken names of rules (or bands of one) that threw, with the reason: UNKNOWN wherever they apply; a decision
 *     that rests on such a judgement is degraded
 */
public record Judgement(
        List<Finding> findings, SortedMap<String, SortedMap<String, State>> states, SortedMap<String, String> broken) {

    public Judgement {
        findings = findings.stream().sorted().toList();
    }

    /** Findings by subject id. */
    public Map<String, List<Finding>> bySubject() {
        return findings.stream().collect(Collectors.groupingBy(Finding::subject));
    }
}
