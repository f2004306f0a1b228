package dev.secondsource.explanation;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a finding rests on. */
final class FindingReasons {
    private FindingReasons() {}

    /** @param subject whom the rule spoke of, to know where each value is from; null if that is not at hand */
    static Node of(Finding finding, List<Rule> rules, @Nullable Subject subject) {
        List<Node> children = new ArrayList<>();
        Set<Evidence> told = new HashSet<>();
        SortedMap<String, Rule.Input> inputs = rules.stream().filter(r -> r.id().equals(finding.rule())).map(r -> r.inputs(finding)).findFirst().orElse(new TreeMap<>());
        finding.values().forEach((name, value) -> children.add(value(name, value, inputs.get("$" + name), subject, finding, told)));
        finding.thresholds().forEach(t -> children.add(threshold(t)));
        finding.missing().stream().filter(m -> !finding.sentence().contains(m)).forEach(m -> children.add(Node.leaf(Kind.MISSING, "not known", m)));
        finding.evidence().stream().filter(e -> !told.contains(e)).forEach(e -> children.add(evidence(e)));
        if (finding.mitigation() != null) children.add(Node.leaf(Kind.CONDITION, "acceptable if", finding.mitigation()));
        String name = rules.stream().filter(r -> r.id().equals(finding.rule())).map(r -> r.id() + " " + r.name()).findFirst().orElse(finding.rule());
        return new Node(kind(finding), name, weight(finding) + ": " + finding.sentence(), children);
    }

    /** A value with its unit, its meaning and the rows of the market it is from; what has no row is the buyer's own statement. */
    private static Node value(String name, String value, Rule.@Nullable Input input, @Nullable Subject subject, Finding finding, Set<Evidence> told) {
        if (input == null || subject == null) return Node.leaf(Kind.VALUE, name, value);
        List<Node> rows = new ArrayList<>();
        for (Evidence evidence : subject.evidence(input.path()).stream().distinct().sorted().filter(finding.evidence()::contains).toList())
            rows.add(told.add(evidence) ? evidence(evidence) : Node.leaf(Kind.EVIDENCE, evidence.grade().name(), evidence.subject() + ", as above"));
        return new Node(Kind.VALUE, name, input.printed(value, subject.moneyUnit()) + ", " + input.named(), rows);
    }

    private static Kind kind(Finding finding) {
        return finding.state() == State.UNKNOWN ? Kind.UNKNOWN : finding.stands() ? Kind.FINDING : Kind.DEFEATED;
    }

    private static String weight(Finding finding) {
        String weight = finding.severity() + (finding.effect() == Effect.FOR ? " for" : " against");
        if (finding.state() == State.UNKNOWN) return "UNKNOWN (" + weight + ")";
        return weight + (finding.cappedFrom() == null ? "" : ", lowered from " + finding.cappedFrom() + " for evidence " + finding.grade())
                + (finding.defeatedBy().isEmpty() ? "" : ", defeated by " + String.join(", ", finding.defeatedBy()));
    }

    static Node threshold(PolicyValue value) {
        return Node.leaf(Kind.THRESHOLD, value.key(), Decimals.plain(value.value()).toPlainString() + " " + value.unit() + ", " + words(value.tag()) + " since " + value.since()
                + (value.replaced() == null ? "" : ", set by the buyer instead of " + Decimals.plain(value.replaced()).toPlainString()) + ": " + value.source());
    }

    static Node evidence(Evidence evidence) {
        return Node.leaf(Kind.EVIDENCE, evidence.grade().name(), evidence.subject() + ": " + evidence.source() + (evidence.date() == null ? "" : ", " + evidence.date()));
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
