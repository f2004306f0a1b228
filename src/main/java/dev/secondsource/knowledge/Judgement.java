package dev.secondsource.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rules say of a set of subjects, defeats among them resolved.
 *
 * @param bySubject FIRED and UNKNOWN by subject id, heaviest first; no entry for a subject of which nothing is said
 * @param states every asked rule with every subject of its kind
 * @param broken names of rules (or bands of one) that threw, with the reason: UNKNOWN wherever they apply; a decision
 *     that rests on such a judgement is degraded
 */
public record Judgement(SortedMap<String, List<Finding>> bySubject, States states, SortedMap<String, String> broken) {

    public Judgement {
        bySubject = Collections.unmodifiableSortedMap(bySubject);
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
    }

    /** Resolves the defeats among findings and puts them in order. */
    public static Judgement of(List<Finding> findings, States states, SortedMap<String, String> broken, Defeats defeats) {
        Map<String, List<Finding>> bySubject = new HashMap<>();
        for (Finding finding : findings) bySubject.computeIfAbsent(finding.subject(), k -> new ArrayList<>()).add(finding);
        bySubject.replaceAll((subject, about) -> defeats.resolve(about).stream().sorted().toList());
        return new Judgement(new TreeMap<>(bySubject), states, broken);
    }

    /** What the same rules say of several sets of subjects, none of which is in two. */
    public static Judgement joined(List<Judgement> parts) {
        SortedMap<String, List<Finding>> bySubject = new TreeMap<>();
        SortedMap<String, String> broken = new TreeMap<>();
        for (Judgement part : parts) {
            bySubject.putAll(part.bySubject);
            broken.putAll(part.broken);
        }
        return new Judgement(bySubject, States.joined(parts.stream().map(Judgement::states).toList()), broken);
    }

    /** Everything said, by subject id. */
    public List<Finding> findings() {
        return bySubject.values().stream().flatMap(List::stream).toList();
    }

    /** What is said of a subject, heaviest first. */
    public List<Finding> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** This and what other rules say of the same subjects; defeats hold across both. */
    public Judgement and(Judgement other, Defeats defeats) {
        List<Finding> all = new ArrayList<>();
        bySubject.values().forEach(all::addAll);
        other.bySubject.values().forEach(all::addAll);
        SortedMap<String, String> allBroken = new TreeMap<>(broken);
        allBroken.putAll(other.broken);
        return of(all, states.and(other.states), allBroken, defeats);
    }
}
