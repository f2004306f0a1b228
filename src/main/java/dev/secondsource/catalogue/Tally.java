package dev.secondsource.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts refusals by reason and subject, and keeps a few of each: a list may hold a hundred thousand of them. */
public final class Tally {
    private static final int EXAMPLES = 3;

    private final Map<Reason, Map<String, Like>> byReason = new EnumMap<>(Reason.class);
    private int count;

    /**
     * Refusals for one reason of one subject.
     *
     * @param count how many there are
     * @param examples the first few of them
     */
    public record Like(int count, List<Refusal> examples) {}

    void add(Refusal refusal) {
        count++;
        byReason.computeIfAbsent(refusal.reason(), any -> new TreeMap<>()).merge(refusal.subject(), new Like(1, List.of(refusal)), (before, one) -> {
            if (before.count >= EXAMPLES) return new Like(before.count + 1, before.examples);
            List<Refusal> examples = new ArrayList<>(before.examples);
            examples.add(refusal);
            return new Like(before.count + 1, List.copyOf(examples));
        });
    }

    /** Of all reasons. */
    public int count() {
        return count;
    }

    /** By reason, then by subject. */
    public Map<Reason, Map<String, Like>> byReason() {
        return Collections.unmodifiableMap(byReason);
    }
}
