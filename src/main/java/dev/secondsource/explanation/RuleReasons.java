package dev.secondsource.explanation;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one rule judged all candidates, its silence included. */
final class RuleReasons {
    private RuleReasons() {}

    static Node header(Rule rule, Decision decision) {
        List<Node> children = new ArrayList<>();
        note(children, "why", rule.why());
        note(children, "just inside", rule.inside());
        note(children, "just outside", rule.outside());
        note(children, "misses", rule.misses());
        note(children, "source", rule.source());
        note(children, "file", rule.file());
        note(children, "reads", String.join(", ", rule.reads()));
        note(children, "defeats", String.join(", ", rule.defeats()));
        rule.policyKeys().stream().filter(decision.policy().values()::containsKey).forEach(k -> children.add(FindingReasons.threshold(decision.policy().value(k))));
        decision.brokenRules().forEach((broken, reason) -> {
            if (rule.bands().stream().anyMatch(b -> b.name().equals(broken))) children.add(Node.leaf(Kind.NOTE, "failed", reason));
        });
        return new Node(Kind.RULE, rule.id() + " " + rule.name(), rule.title(), children);
    }

    static Node of(Rule rule, WorkloadDecision workload, List<Assessed> asked, Decision decision) {
        Map<String, State> states = decision.states().ofRule(rule.id());
        SortedMap<State, Integer> counts = new TreeMap<>();
        List<Node> children = new ArrayList<>();
        for (Assessed candidate : asked) {
            State state = states.get(candidate.candidate().id());
            if (state == null) continue;
            counts.merge(state, 1, Integer::sum);
            children.add(judged(rule, candidate, state));
        }
        String summary = children.isEmpty() ? "the rule was not asked about these candidates"
                : summary(counts);
        return new Node(Kind.ANSWER, workload.workload().id(), summary, children);
    }

    /** {@code 4 FIRED, 7 NOT_FIRED}. */
    static String summary(SortedMap<State, Integer> counts) {
        return String.join(", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
    }

    private static Node judged(Rule rule, Assessed candidate, State state) {
        return judged(rule, candidate.offer().id(), state, candidate.candidate(), candidate.findings().stream().filter(f -> f.rule().equals(rule.id())).findFirst());
    }

    /** What a rule said of a subject whose name is this. */
    static Node judged(Rule rule, String name, State state, @Nullable Subject subject, Optional<Finding> said) {
        if (said.isEmpty()) return Node.leaf(Kind.SILENT, name, state.name());
        Node finding = FindingReasons.of(said.get(), List.of(rule), subject);
        // The thresholds are the same for all subjects and stand under the rule.
        return new Node(finding.kind(), name, (state == State.UNKNOWN ? "" : state + " ") + finding.text(),
                finding.children().stream().filter(n -> n.kind() != Kind.THRESHOLD).toList());
    }

    private static void note(List<Node> children, String name, String text) {
        if (!text.isBlank()) children.add(Node.leaf(Kind.NOTE, name, text));
    }
}
