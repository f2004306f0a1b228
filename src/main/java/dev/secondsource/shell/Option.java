package dev.secondsource.shell;

import org.jspecify.annotations.Nullable;

/**
 * An option of a command. A command holds its options as constants and asks {@link Words} for their values with them.
 *
 * @param name long name without hyphens: {@code fail-on}
 * @param letter short name, null if it has none
 * @param value what may be typed for it
 * @param description what it does, one line, with the unit where there is one
 * @param fallback the value when it is not given, null if there is none
 * @param required must be given
 * @param repeatable may be given more than once
 * @param <T> what is read
 */
public record Option<T>(
        String name,
        @Nullable Character letter,
        Value<T> value,
        String description,
        @Nullable T fallback,
        boolean required,
        boolean repeatable) {

    /** An option that may be left out. */
    public static <T> Option<T> of(String name, Value<T> value, String description) {
        return new Option<>(name, null, value, description, null, false, false);
    }

    /** An option without a value: given or not. */
    public static Option<Boolean> flag(String name, String description) {
        return new Option<>(name, null, Value.FLAG, description, false, false, false);
    }

    /** The same with a short name. */
    public Option<T> letter(char shortName) {
        return new Option<>(name, shortName, value, description, fallback, required, repeatable);
    }

    /** The same with a value for when it is left out. */
    public Option<T> byDefault(T otherwise) {
        return new Option<>(name, letter, value, description, otherwise, required, repeatable);
    }

    /** The same, but the command is refused without it. */
    public Option<T> mandatory() {
        return new Option<>(name, letter, value, description, fallback, true, repeatable);
    }

    /** The same, but it may be given more than once. */
    public Option<T> manyTimes() {
        return new Option<>(name, letter, value, description, fallback, required, true);
    }

    /** As it is typed: {@code --fail-on}. */
    String flag() {
        return "--" + name;
    }

    boolean isTyped(String word) {
        return word.equals(flag()) || (letter != null && word.equals("-" + letter));
    }
}
