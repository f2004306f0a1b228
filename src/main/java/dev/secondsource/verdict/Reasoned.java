package dev.secondsource.verdict;

import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A verdict with the findings that decided it. The lattice is tested in this order and the first that holds wins:
 * REJECT if a BLOCKER stands; SECOND_SOURCE_ONLY if two MAJOR findings stand against, or one without a named
 * mitigation; CONDITIONAL if a gate is unknown, or one MAJOR finding with a mitigation stands against; PREFER if a MAJOR
 * finding stands for and cost is no near-tie; else ACCEPT.
 *
 * @param verdict what follows
 * @param decidedBy ids of the rules that decided it, empty for ACCEPT
 * @param conditions what must be done or learnt first, in words; empty unless CONDITIONAL or SECOND_SOURCE_ONLY
 */
public record Reasoned(Verdict verdict, List<String> decidedBy, List<String> conditions) {

    public Reasoned {
        decidedBy = decidedBy.stream().sorted().distinct().toList();
        conditions = conditions.stream().distinct().toList();
    }

    /**
     * @param findings about one candidate, defeats resolved
     * @param rules all rules, to know which are gates
     * @param nearTieRule id of the rule that says cost does not decide (CPF-03)
     */
    public static Reasoned of(List<Finding> findings, List<Rule> rules, String nearTieRule) {
        Set<String> gates = rules.stream().filter(Rule::isGate).map(Rule::id).collect(Collectors.toSet());
        List<Finding> blockers = findings.stream().filter(f -> f.standsAgainst(Severity.BLOCKER)).toList();
        if (!blockers.isEmpty()) return new Reasoned(Verdict.REJECT, ids(blockers), List.of());
        List<Finding> major = findings.stream().filter(f -> f.standsAgainst(Severity.MAJOR)).toList();
        boolean mitigated = major.stream().allMatch(f -> f.mitigation() != null);
        if (major.size() >= 2 || !mitigated) return new Reasoned(Verdict.SECOND_SOURCE_ONLY, ids(major), mitigations(major));
        List<Finding> unknownGates = findings.stream()
                .filter(f -> f.state() == State.UNKNOWN && f.severity() == Severity.BLOCKER && gates.contains(f.rule()))
                .toList();
        if (!unknownGates.isEmpty() || !major.isEmpty()) {
            List<String> conditions = new java.util.ArrayList<>(mitigations(major));
            unknownGates.forEach(f -> conditions.add(f.sentence()));
            return new Reasoned(Verdict.CONDITIONAL, ids(java.util.stream.Stream.concat(unknownGates.stream(), major.stream()).toList()), conditions);
        }
        List<Finding> advantages = findings.stream().filter(f -> f.standsFor(Severity.MAJOR)).toList();
        boolean nearTie = findings.stream().anyMatch(f -> f.rule().equals(nearTieRule) && f.stands());
        if (!advantages.isEmpty() && !nearTie) return new Reasoned(Verdict.PREFER, ids(advantages), List.of());
        return new Reasoned(Verdict.ACCEPT, List.of(), List.of());
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static List<String> mitigations(List<Finding> findings) {
        return findings.stream().map(Finding::mitigation).filter(java.util.Objects::nonNull).toList();
    }
}
