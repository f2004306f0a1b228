package dev.secondsource.stress;

import java.util.List;
import java.util.Optional;

/**
 * The list of scenarios a stress test goes through. A largest regret means nothing without it, so the record has all of it.
 *
 * @param version label of the file
 * @param sha256 of the file as read
 * @param list in the file's order; ids are unique
 */
public record Scenarios(String version, String sha256, List<Scenario> list) {
    public Scenarios {
        list = List.copyOf(list);
    }

    /** The scenario of an id, in any case of its letters. */
    public Optional<Scenario> find(String id) {
        return list.stream().filter(s -> s.id().equalsIgnoreCase(id)).findFirst();
    }

    /** The same list with one scenario only. */
    public Scenarios only(Scenario one) {
        return new Scenarios(version, sha256, List.of(one));
    }
}
