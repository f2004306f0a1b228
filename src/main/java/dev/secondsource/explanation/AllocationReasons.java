package dev.secondsource.explanation;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Review;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands behind an allocation's status: its shares, what they come to layer by layer, and what the review says of it. */
final class AllocationReasons {
    private AllocationReasons() {}

    static Node of(Decision decision, List<Rule> rules) {
        Allocation allocation = decision.allocation();
        Review review = decision.review();
        List<Node> children = new ArrayList<>();
        allocation.shares().forEach(s -> children.add(Node.leaf(Kind.VALUE, s.workload(), print(s.share(), Unit.SHARE) + " to " + s.offer() + ", " + s.perMonth() + " a month")));
        AllocationWords.shutOut(allocation).forEach(w -> children.add(Node.leaf(Kind.NOTE, "gates", w)));
        AllocationWords.conflict(allocation).forEach(w -> children.add(Node.leaf(Kind.NOTE, "limits", w)));
        AllocationWords.costs(allocation).forEach(w -> children.add(Node.leaf(Kind.NOTE, "cost", w)));
        AllocationWords.prices(allocation).forEach(w -> children.add(Node.leaf(Kind.THRESHOLD, "limit", w)));
        review.overrides().forEach(o -> children.add(Node.leaf(Kind.NOTE, "override", o.sentence())));
        review.findings().forEach(f -> children.add(about(f, FindingReasons.of(f, rules, subject(review, f.subject())), review)));
        int notFired = count(review, State.NOT_FIRED);
        int notApplicable = count(review, State.NOT_APPLICABLE);
        if (!review.states().rules().isEmpty()) children.add(Node.leaf(Kind.SILENT, "silent rules", notFired + " NOT_FIRED, " + notApplicable + " NOT_APPLICABLE"));
        if (!allocation.shares().isEmpty()) review.exposures().forEach(e -> children.add(exposure(e)));
        return new Node(Kind.ALLOCATION, "allocation", allocation.status() + ", " + allocation.perMonth() + " a month", children);
    }

    /** How a rule about allocations judged each layer, or the whole. */
    static Node ofRule(Rule rule, Review review) {
        SortedMap<State, Integer> counts = new TreeMap<>();
        List<Node> children = new ArrayList<>();
        for (Map.Entry<String, State> judged : review.states().ofRule(rule.id()).entrySet()) {
            counts.merge(judged.getValue(), 1, Integer::sum);
            children.add(RuleReasons.judged(rule, judged.getKey(), judged.getValue(), subject(review, judged.getKey()),
                    review.findings().stream().filter(f -> f.rule().equals(rule.id()) && f.subject().equals(judged.getKey())).findFirst()));
        }
        review.overrides().stream().filter(o -> o.signed().rule().equals(rule.id())).forEach(o -> children.add(Node.leaf(Kind.NOTE, "override", o.sentence())));
        return new Node(Kind.ALLOCATION, "allocation", children.isEmpty() ? "the rule was not asked about it" : RuleReasons.summary(counts), children);
    }

    private static @Nullable Subject subject(Review review, String id) {
        return Stream.concat(review.exposures().stream(), Stream.<Subject>of(review.portfolio())).filter(s -> s.id().equals(id)).findFirst().orElse(null);
    }

    private static Node about(Finding finding, Node node, Review review) {
        List<Node> children = new ArrayList<>(node.children());
        review.override(finding).ifPresent(o -> children.add(Node.leaf(Kind.NOTE, "override", o.sentence())));
        return new Node(node.kind(), node.name() + ", " + finding.subject(), node.text(), children);
    }

    private static Node exposure(Exposure exposure) {
        List<Node> children = new ArrayList<>();
        SortedMap<String, BigDecimal> all = new TreeMap<>(exposure.sharesBefore());
        all.putAll(exposure.shares());
        all.keySet().forEach(entity -> children.add(Node.leaf(Kind.VALUE, entity, share(exposure.shares().get(entity))
                + (exposure.undisclosedBefore() == null ? "" : ", " + share(exposure.sharesBefore().get(entity)) + " today"))));
        if (print(exposure.undisclosed(), Unit.SHARE).equals("0 %"))
            return new Node(Kind.EXPOSURE, exposure.id(), exposure.hhi() == null ? "not known" : concentration(exposure), children);
        children.add(Node.leaf(Kind.MISSING, "undisclosed", print(exposure.undisclosed(), Unit.SHARE)));
        return new Node(Kind.EXPOSURE, exposure.id(), "not known, since a part is undisclosed", children);
    }

    private static String concentration(Exposure exposure) {
        return "HHI " + print(exposure.hhi(), Unit.POINTS) + (exposure.hhiBefore() == null ? "" : ", " + print(exposure.hhiBefore(), Unit.POINTS) + " today")
                + (exposure.avoidable() == null ? "" : ", of which " + print(exposure.avoidable(), Unit.POINTS) + " avoidable and " + print(exposure.systemic(), Unit.POINTS) + " systemic");
    }

    private static String share(@Nullable BigDecimal share) {
        return print(share == null ? BigDecimal.ZERO : share, Unit.SHARE);
    }

    private static int count(Review review, State state) {
        return review.states().rules().stream().mapToInt(r -> (int) review.states().ofRule(r).values().stream().filter(s -> s == state).count()).sum();
    }

    private static String print(BigDecimal number, Unit unit) {
        return Sentence.print(number, unit, "");
    }
}
