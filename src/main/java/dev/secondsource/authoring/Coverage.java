package dev.secondsource.authoring;

import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules said over a set of decisions.
 *
 * @param profiles those decided, in order
 * @param lines one a rule, by id
 */
public record Coverage(List<String> profiles, List<Line> lines) {

    public Coverage {
        profiles = List.copyOf(profiles);
        lines = List.copyOf(lines);
    }

    /**
     * One rule.
     *
     * @param rule the rule
     * @param byProfile what it said there; a profile where it was asked about nothing is left out
     */
    public record Line(Rule rule, SortedMap<String, Said> byProfile) {
        public Line {
            byProfile = Collections.unmodifiableSortedMap(new TreeMap<>(byProfile));
        }

        /** Over all profiles, {@code Said::fired} for example. */
        public int total(ToIntFunction<Said> count) {
            return byProfile.values().stream().mapToInt(count).sum();
        }

        /** Profiles in which it fires at least once. */
        public List<String> firesIn() {
            return byProfile.entrySet().stream().filter(e -> e.getValue().fired() > 0).map(Map.Entry::getKey).toList();
        }

        public boolean everFired() {
            return !firesIn().isEmpty();
        }
    }

    /**
     * What one rule said in one decision, counted in subjects.
     *
     * @param firedOn ids of those it fired on
     * @param defeated how many of these findings another rule cancelled
     * @param unknownOn ids of those it could not judge
     * @param silent those it is about and said nothing of
     * @param notApplicable those it is not about
     */
    public record Said(List<String> firedOn, int defeated, List<String> unknownOn, int silent, int notApplicable) {
        public Said {
            firedOn = List.copyOf(firedOn);
            unknownOn = List.copyOf(unknownOn);
        }

        public int fired() {
            return firedOn.size();
        }

        public int unknown() {
            return unknownOn.size();
        }
    }

    /** @param rules all that were asked, so that one that never spoke is there too */
    public static Coverage of(List<Rule> rules, List<Decision> decisions) {
        List<Line> lines = new ArrayList<>();
        List<Set<String>> defeated = decisions.stream().map(Coverage::defeated).toList();
        for (Rule rule : rules) {
            SortedMap<String, Said> byProfile = new TreeMap<>();
            for (int i = 0; i < decisions.size(); i++) {
                SortedMap<String, State> states = new TreeMap<>(decisions.get(i).states().ofRule(rule.id()));
                states.putAll(decisions.get(i).review().states().ofRule(rule.id()));
                if (!states.isEmpty()) byProfile.put(decisions.get(i).profile().id(), said(rule, states, defeated.get(i)));
            }
            lines.add(new Line(rule, byProfile));
        }
        return new Coverage(decisions.stream().map(d -> d.profile().id()).toList(), lines);
    }

    /** Rules that fired on nothing. */
    public List<Rule> neverFired() {
        return lines.stream().filter(line -> !line.everFired()).map(Line::rule).toList();
    }

    private static Said said(Rule rule, SortedMap<String, State> states, Set<String> defeated) {
        List<String> fired = subjects(states, State.FIRED);
        return new Said(fired, (int) fired.stream().filter(subject -> defeated.contains(rule.id() + " " + subject)).count(),
                subjects(states, State.UNKNOWN), subjects(states, State.NOT_FIRED).size(), subjects(states, State.NOT_APPLICABLE).size());
    }

    private static List<String> subjects(SortedMap<String, State> states, State state) {
        return states.entrySet().stream().filter(e -> e.getValue() == state).map(Map.Entry::getKey).toList();
    }

    /** Rule and subject of every finding that another cancels. */
    private static Set<String> defeated(Decision decision) {
        Stream<Finding> ofOffers = decision.workloads().stream().flatMap(w -> w.candidates().stream()).flatMap(c -> c.findings().stream());
        return Stream.concat(ofOffers, decision.review().findings().stream())
                .filter(f -> !f.defeatedBy().isEmpty()).map(f -> f.rule() + " " + f.subject())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
