package dev.secondsource.knowledge;

import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which findings cancel which. The relation is data: a rule names the rules it defeats. It is acyclic, so a
 * finding stands or falls in one pass from the undefeated down: only a finding that itself stands defeats another.
 */
public final class Defeats {
    private final Map<String, Set<String>> defeatersOf = new TreeMap<>();

    private Defeats(Collection<Rule> rules) {
        for (Rule rule : rules)
            for (String defeated : rule.defeats()) defeatersOf.computeIfAbsent(defeated, k -> new TreeSet<>()).add(rule.id());
    }

    /** @throws IllegalArgumentException if the rules do not pass {@link #problems} */
    public static Defeats of(Collection<Rule> rules) {
        List<Problem> problems = problems(rules);
        if (!problems.isEmpty()) throw new IllegalArgumentException(problems.toString());
        return new Defeats(rules);
    }

    /** Defeated rules that do not exist, and cycles. */
    public static List<Problem> problems(Collection<Rule> rules) {
        return problems(rules, Set.of());
    }

    /** @param others ids that count as rules although nothing more is known of them */
    public static List<Problem> problems(Collection<Rule> rules, Set<String> others) {
        Map<String, Rule> byId = new TreeMap<>();
        rules.forEach(r -> byId.put(r.id(), r));
        List<Problem> problems = new ArrayList<>();
        for (Rule rule : byId.values()) {
            for (String defeated : rule.defeats())
                if (!byId.containsKey(defeated) && !others.contains(defeated)) problems.add(new Problem(rule.file(), rule.bands().get(0).line(), rule.name(),
                        "it defeats " + defeated + ", which no rule is", Nearest.suggestion(defeated, byId.keySet())));
            List<String> cycle = cycle(rule.id(), byId, new ArrayList<>());
            if (!cycle.isEmpty() && cycle.stream().min(String::compareTo).orElseThrow().equals(rule.id()))
                problems.add(new Problem(rule.file(), rule.bands().get(0).line(), rule.name(),
                        "rules defeat each other in a circle: " + String.join(" > ", cycle), "remove one @defeats"));
        }
        return problems;
    }

    private static List<String> cycle(String id, Map<String, Rule> byId, List<String> path) {
        if (!path.isEmpty() && path.get(0).equals(id)) {
            List<String> found = new ArrayList<>(path);
            found.add(id);
            return found;
        }
        if (path.contains(id) || !byId.containsKey(id)) return List.of();
        path.add(id);
        for (String next : byId.get(id).defeats()) {
            List<String> found = cycle(next, byId, path);
            if (!found.isEmpty()) return found;
        }
        path.remove(path.size() - 1);
        return List.of();
    }

    /** Marks what is defeated among the findings about one subject. */
    public List<Finding> resolve(List<Finding> ofOneSubject) {
        Map<String, Finding> fired = new HashMap<>();
        boolean contested = false;
        for (Finding finding : ofOneSubject) {
            if (finding.state() == State.FIRED) fired.put(finding.rule(), finding);
            contested |= defeatersOf.containsKey(finding.rule());
        }
        if (!contested) return ofOneSubject;
        Map<String, List<String>> resolved = new HashMap<>();
        return ofOneSubject.stream()
                .map(f -> f.state() == State.FIRED && defeatersOf.containsKey(f.rule()) ? f.defeatedBy(defeatersOf(f.rule(), fired, resolved)) : f)
                .toList();
    }

    private List<String> defeatersOf(String rule, Map<String, Finding> fired, Map<String, List<String>> resolved) {
        List<String> known = resolved.get(rule);
        if (known != null) return known;
        List<String> standing = defeatersOf.getOrDefault(rule, Set.of()).stream()
                .filter(fired::containsKey)
                .filter(d -> defeatersOf(d, fired, resolved).isEmpty())
                .toList();
        resolved.put(rule, standing);
        return standing;
    }
}
