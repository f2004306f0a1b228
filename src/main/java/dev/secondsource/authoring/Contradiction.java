package dev.secondsource.authoring;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Clause.Compared;
import dev.secondsource.knowledge.Clause.Relation;
import dev.secondsource.knowledge.Term;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out that a condition can never hold. Its comparisons are read as a graph, an edge from each term to what it is at
 * most; a circle makes all terms on it equal, which contradicts a strict edge on it, two different constants or a
 * {@code !=}. It knows no arithmetic and no ranges, so what it finds is certain, and it may miss something.
 */
final class Contradiction {
    private static final int MOST_CASES = 512;

    private record Edge(Term from, Term to, boolean strict, String text) {}

    private final Map<Term, List<Edge>> edges = new LinkedHashMap<>();
    private final List<Compared> unequal = new ArrayList<>();

    private Contradiction() {}

    /**
     * Why the condition can never hold; empty if it may.
     *
     * @param values of thresholds by key; without a value a threshold may be anything
     */
    static Optional<String> in(Clause clause, Map<String, BigDecimal> values) {
        List<List<Compared>> cases = cases(clause);
        Optional<String> first = Optional.empty();
        for (List<Compared> all : cases) {
            Optional<String> found = inCase(all, values);
            if (found.isEmpty()) return Optional.empty();
            if (first.isEmpty()) first = found;
        }
        return first;
    }

    /** The ways the condition can hold; one of nothing if there are too many to look at. */
    private static List<List<Compared>> cases(Clause clause) {
        if (clause instanceof Compared compared) return List.of(List.of(compared));
        List<List<Compared>> cases = new ArrayList<>();
        if (clause instanceof Clause.Any any) {
            for (Clause part : any.parts()) cases.addAll(cases(part));
        } else {
            cases.add(List.of());
            // What is asked of another fact says nothing about the subject.
            List<Clause> parts = clause instanceof Clause.All all ? all.parts() : List.of();
            for (Clause part : parts) {
                List<List<Compared>> product = new ArrayList<>();
                for (List<Compared> before : cases)
                    for (List<Compared> more : cases(part)) {
                        List<Compared> both = new ArrayList<>(before);
                        both.addAll(more);
                        product.add(both);
                    }
                cases = product;
            }
        }
        return cases.size() > MOST_CASES ? List.of(List.of()) : cases;
    }

    private static Optional<String> inCase(List<Compared> comparisons, Map<String, BigDecimal> values) {
        Contradiction graph = new Contradiction();
        comparisons.forEach(graph::add);
        graph.order(values);
        return graph.found();
    }

    private void add(Compared compared) {
        edges.computeIfAbsent(compared.left(), k -> new ArrayList<>());
        edges.computeIfAbsent(compared.right(), k -> new ArrayList<>());
        if (compared.relation() == Relation.NOT_EQUAL) {
            unequal.add(compared);
            return;
        }
        edge(compared.left(), compared.right(), compared.relation() == Relation.LESS, compared.toString());
        if (compared.relation() == Relation.EQUAL) edge(compared.right(), compared.left(), false, compared.toString());
    }

    private void edge(Term from, Term to, boolean strict, String text) {
        edges.computeIfAbsent(from, k -> new ArrayList<>()).add(new Edge(from, to, strict, text));
    }

    /** The thresholds among themselves. */
    private void order(Map<String, BigDecimal> values) {
        new TreeMap<>(values).forEach((one, value) -> values.forEach((other, otherValue) -> {
            int order = value.compareTo(otherValue);
            if (one.equals(other) || order > 0) return;
            edge(new Term.Threshold(one), new Term.Threshold(other), order < 0,
                    one + " (" + value.toPlainString() + ") " + (order < 0 ? "<" : "==") + " " + other + " (" + otherValue.toPlainString() + ")");
        }));
    }

    private Optional<String> found() {
        for (List<Edge> leaving : edges.values())
            for (Edge edge : leaving) {
                if (!edge.strict) continue;
                Optional<List<String>> back = path(edge.to, edge.from);
                if (back.isPresent()) return Optional.of(joined(edge.text, back.get()));
            }
        for (Compared compared : unequal) {
            Optional<List<String>> there = path(compared.left(), compared.right());
            if (there.isPresent() && path(compared.right(), compared.left()).isPresent()) return Optional.of(joined(compared.toString(), there.get()));
        }
        for (Term one : edges.keySet())
            for (Term other : edges.keySet()) {
                if (one.equals(other) || !(one instanceof Term.Constant) || !(other instanceof Term.Constant)) continue;
                Optional<List<String>> there = path(one, other);
                if (there.isPresent()) return Optional.of(String.join(" and ", new LinkedHashSet<>(there.get())));
            }
        return Optional.empty();
    }

    private static String joined(String first, List<String> rest) {
        Set<String> all = new LinkedHashSet<>();
        all.add(first);
        all.addAll(rest);
        return String.join(" and ", all);
    }

    /** The comparisons that lead from one term to another, as few as possible. */
    private Optional<List<String>> path(Term from, Term to) {
        Map<Term, List<String>> reached = new HashMap<>(Map.of(from, List.of()));
        Deque<Term> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !reached.containsKey(to)) {
            Term at = next.remove();
            for (Edge edge : edges.getOrDefault(at, List.of())) {
                if (reached.containsKey(edge.to)) continue;
                List<String> texts = new ArrayList<>(reached.get(at));
                texts.add(edge.text);
                reached.put(edge.to, texts);
                next.add(edge.to);
            }
        }
        return Optional.ofNullable(reached.get(to));
    }
}
