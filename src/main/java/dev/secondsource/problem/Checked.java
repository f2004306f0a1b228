package dev.secondsource.problem;

import java.util.List;
import java.util.function.Function;

/**
 * The outcome of reading an input: the value, or every problem found on the way to it. Never both, never half.
 *
 * @param <T> what was read
 */
public sealed interface Checked<T> {
    /** The input was right. */
    record Valid<T>(T value) implements Checked<T> {}

    /** The input was wrong; at least one problem, sorted by place. */
    record Invalid<T>(List<Problem> problems) implements Checked<T> {
        public Invalid {
            if (problems.isEmpty()) throw new IllegalArgumentException("an invalid input has at least one problem");
            problems = problems.stream().sorted().distinct().toList();
        }
    }

    static <T> Checked<T> of(T value) {
        return new Valid<>(value);
    }

    static <T> Checked<T> wrong(List<Problem> problems) {
        return new Invalid<>(problems);
    }

    static <T> Checked<T> wrong(Problem problem) {
        return new Invalid<>(List.of(problem));
    }

    /** Goes on with the value if there is one, and keeps the problems if not. */
    default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
        if (this instanceof Valid<T> valid) return next.apply(valid.value());
        return new Invalid<>(((Invalid<T>) this).problems());
    }

    /** The problems; empty if valid. */
    default List<Problem> problems() {
        return this instanceof Invalid<T> invalid ? invalid.problems() : List.of();
    }

    /** @throws IllegalStateException with the problems if invalid: only for inputs that ship with the program */
    default T orThrow() {
        if (this instanceof Valid<T> valid) return valid.value();
        throw new IllegalStateException(problems().toString());
    }
}
