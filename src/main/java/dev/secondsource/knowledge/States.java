package dev.secondsource.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every rule said of every subject. A rule that was not asked about a subject (it is about other facts) has no
 * state there.
 */
public final class States {
    private final List<String> subjects;
    private final Map<String, Integer> positions;
    private final SortedMap<String, State[]> byRule;

    /**
     * @param subjects ids
     * @param byRule by rule id, one state a subject in the same order; null where it was not asked
     */
    public States(List<String> subjects, Map<String, State[]> byRule) {
        this.subjects = List.copyOf(subjects);
        this.positions = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) positions.put(subjects.get(i), i);
        this.byRule = new TreeMap<>(byRule);
    }

    /** Those of the same rules about several sets of subjects, one after the other. */
    static States joined(List<States> parts) {
        List<String> subjects = parts.stream().flatMap(part -> part.subjects.stream()).toList();
        Map<String, State[]> byRule = new TreeMap<>();
        int from = 0;
        for (States part : parts) {
            for (Map.Entry<String, State[]> row : part.byRule.entrySet())
                System.arraycopy(row.getValue(), 0, byRule.computeIfAbsent(row.getKey(), k -> new State[subjects.size()]), from, row.getValue().length);
            from += part.subjects.size();
        }
        return new States(subjects, byRule);
    }

    /** Ids of all they are about. */
    public List<String> subjects() {
        return subjects;
    }

    /** The rules that said this of a subject, by id. */
    public List<String> rules(String subject, State state) {
        return ofSubject(subject).entrySet().stream().filter(e -> e.getValue() == state).map(Map.Entry::getKey).toList();
    }

    /** What a rule said of each subject, by subject id; empty if there is no such rule. */
    public SortedMap<String, State> ofRule(String rule) {
        State[] row = byRule.get(rule);
        SortedMap<String, State> states = new TreeMap<>();
        if (row != null) for (int i = 0; i < row.length; i++) if (row[i] != null) states.put(subjects.get(i), row[i]);
        return Collections.unmodifiableSortedMap(states);
    }

    /** What each rule said of a subject, by rule id; empty if there is no such subject. */
    public SortedMap<String, State> ofSubject(String subject) {
        Integer position = positions.get(subject);
        SortedMap<String, State> states = new TreeMap<>();
        if (position != null) byRule.forEach((rule, row) -> {
            if (row[position] != null) states.put(rule, row[position]);
        });
        return Collections.unmodifiableSortedMap(states);
    }

    /** How many rules said this of a subject. */
    public int count(String subject, State state) {
        Integer position = positions.get(subject);
        if (position == null) return 0;
        int count = 0;
        for (State[] row : byRule.values()) if (row[position] == state) count++;
        return count;
    }

    /** The rules asked, by id. */
    public List<String> rules() {
        return new ArrayList<>(byRule.keySet());
    }

    /** Rule by rule, subject by subject. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String rule : byRule.keySet()) text.append(rule).append(' ').append(ofRule(rule)).append('\n');
        return text.toString();
    }

    /** These rules' states and those of others about the same subjects. */
    public States and(States others) {
        if (!subjects.equals(others.subjects)) throw new IllegalArgumentException("states of different subjects");
        SortedMap<String, State[]> all = new TreeMap<>(byRule);
        all.putAll(others.byRule);
        return new States(subjects, all);
    }
}
