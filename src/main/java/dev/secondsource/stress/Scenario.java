package dev.secondsource.stress;

import java.util.List;

/**
 * One way in which the world may turn out.
 *
 * @param id short and stable: {@code S4}
 * @param name a few words
 * @param sentence what happens, for people
 * @param changes what is otherwise than assumed, all at once; empty for the world as assumed
 */
public record Scenario(String id, String name, String sentence, List<Change> changes) {
    public Scenario {
        changes = List.copyOf(changes);
    }
}
