package dev.secondsource.sensitivity;

import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of two inputs together that changes the answer, verified by deciding again.
 *
 * @param first the input that people ask about first
 * @param second the other
 * @param aspect what of the answer they change
 * @param changes all that is otherwise then, in words
 * @param record fingerprint of the decision record made then
 */
public record Pair(Move first, Move second, Choice.Aspect aspect, List<String> changes, String record) {
    public Pair {
        changes = List.copyOf(changes);
    }

    /** An input and where it is moved to. */
    public record Move(Lever lever, BigDecimal at) {
        /** Part of the plausible range on that side that is used up, 0–1. */
        public BigDecimal part() {
            return lever.part(at);
        }
    }

    /** What to set to see it happen. */
    public List<Setting> settings() {
        return Stream.of(first, second).flatMap(m -> m.lever.at(m.at).stream()).toList();
    }

    /** The two parts of their plausible ranges that are used up, added, 0–2: what pairs are ordered by. */
    public BigDecimal part() {
        return first.part().add(second.part());
    }
}
