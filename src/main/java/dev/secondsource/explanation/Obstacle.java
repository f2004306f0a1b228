package dev.secondsource.explanation;

import dev.secondsource.knowledge.Finding;
import java.util.List;

/**
 * One finding that stands between an offer and a sound verdict.
 *
 * @param kind how it stands in the way
 * @param finding what was said
 * @param heuristic first sentence of the rule
 * @param distances how far its numbers are off; empty if it turns on none
 * @param words the words of the subject it turns on, by path
 * @param places where what it lacks would be stated; empty unless it is unknown and a place is known
 */
public record Obstacle(Kind kind, Finding finding, String heuristic, List<Distance> distances, List<String> words, List<String> places) {
    public Obstacle {
        distances = List.copyOf(distances);
        words = List.copyOf(words);
        places = List.copyOf(places);
    }

    /** How a finding stands in the way, heaviest first. */
    public enum Kind {
        /** A gate is closed: REJECT. */
        CLOSED_GATE,
        /** A serious objection that only a second source may have. */
        OBJECTION,
        /** A serious objection that its mitigation settles. */
        CONDITION,
        /** A gate that nobody can judge yet. */
        UNKNOWN_GATE
    }
}
