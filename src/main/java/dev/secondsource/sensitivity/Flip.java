package dev.secondsource.sensitivity;

import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.List;

/**
 * A change of one input that changes the answer, verified by deciding again.
 *
 * @param lever the input
 * @param aspect what of the answer it changes
 * @param same last value at which that is as now, found by bisection
 * @param other first value at which it is otherwise; the two lie half a millionth of the way to the end of the range apart, a ten-thousandth where only the allocation is otherwise
 * @param at a readable value just beyond, at which the answer is as at {@code other}
 * @param changes all that is otherwise at {@code at}, in words
 * @param record fingerprint of the decision record made at {@code at}
 */
public record Flip(Lever lever, Choice.Aspect aspect, BigDecimal same, BigDecimal other, BigDecimal at, List<String> changes, String record) {
    public Flip {
        changes = List.copyOf(changes);
    }

    /** What to set to see it happen. */
    public List<Setting> settings() {
        return lever.at(at);
    }

    /** Part of the plausible range on that side that is used up, 0–1: what flips are ordered by. */
    public BigDecimal part() {
        return lever.part(other);
    }
}
