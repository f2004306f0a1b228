package dev.secondsource.authoring;

import java.math.BigDecimal;
import java.util.Objects;
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
}
