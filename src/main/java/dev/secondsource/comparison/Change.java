package dev.secondsource.comparison;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value before and after; null where there is none.
 *
 * @param <T> what it is
 */
public record Change<T>(@Nullable T before, @Nullable T after) {
    public boolean differs() {
        if (before instanceof BigDecimal one && after instanceof BigDecimal other) return one.compareTo(other) != 0;
        return !Objects.equals(before, after);
    }

    /** A part of it before and after; null where there is none. */
    public <R> Change<R> map(Function<T, @Nullable R> part) {
        return new Change<>(before == null ? null : part.apply(before), after == null ? null : part.apply(after));
    }
}
