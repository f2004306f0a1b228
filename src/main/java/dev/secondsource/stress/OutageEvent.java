package dev.secondsource.stress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that happens or not within a year, by itself, and takes one source or several.
 *
 * @param name what happens: {@code nvidia alone}, {@code foundry tsmc}
 * @param probability a year, 0–1
 * @param takes bit i is set if it takes source i
 */
record OutageEvent(String name, double probability, long takes) {
    static final int MOST_SOURCES = 62;

    /** Sources that one cause can take at once, with the part β of a source's outages that it accounts for. */
    record Group(String name, long members, double beta) {}

    /**
     * The beta-factor model of DIV-13 for any number of sources: of a source's outages, each of probability p a year, the
     * part β comes from the strongest cause it shares, the rest is its own. A group within another only adds what its β
     * has more, so that any two sources of nested groups fail together by β of the strongest cause they share.
     *
     * @param sources names
     * @param p probability that a source fails within a year
     */
    static List<OutageEvent> of(List<String> sources, List<Group> groups, double p) {
        if (sources.size() > MOST_SOURCES) throw new IllegalArgumentException("more than " + MOST_SOURCES + " sources");
        Map<Long, Group> distinct = new LinkedHashMap<>();
        for (Group g : groups)
            if (Long.bitCount(g.members) > 1)
                distinct.merge(g.members, g, (a, b) -> new Group(a.name + ", " + b.name, a.members, Math.max(a.beta, b.beta)));
        List<OutageEvent> events = new ArrayList<>();
        for (Group g : distinct.values()) {
            double around = distinct.values().stream().filter(o -> o != g && (o.members & g.members) == g.members).mapToDouble(Group::beta).max().orElse(0);
            if (g.beta > around && p > 0) events.add(new OutageEvent(g.name, 1 - (1 - g.beta * p) / (1 - around * p), g.members));
        }
        for (int i = 0; i < sources.size(); i++) {
            long self = 1L << i;
            double shared = distinct.values().stream().filter(g -> (g.members & self) != 0).mapToDouble(Group::beta).max().orElse(0);
            events.add(new OutageEvent(sources.get(i) + " alone", (1 - shared) * p, self));
        }
        return List.copyOf(events);
    }
}
