package dev.secondsource.shell;

/**
 * A word a command takes by its place.
 *
 * @param value what may be typed for it; its placeholder is its name in the help
 * @param description what it is, one line
 * @param required at least one must be given
 * @param many takes all words that are left; only the last argument of a command may
 * @param <T> what is read
 */
public record Argument<T>(Value<T> value, String description, boolean required, boolean many) {

    /** Exactly one. */
    public static <T> Argument<T> one(Value<T> value, String description) {
        return new Argument<>(value, description, true, false);
    }

    /** One or none. */
    public static <T> Argument<T> maybe(Value<T> value, String description) {
        return new Argument<>(value, description, false, false);
    }

    /** One or more. */
    public static <T> Argument<T> some(Value<T> value, String description) {
        return new Argument<>(value, description, true, true);
    }

    /** Any number. */
    public static <T> Argument<T> any(Value<T> value, String description) {
        return new Argument<>(value, description, false, true);
    }

    /** {@code FILE}, {@code [FILE]}, {@code FILE…} or {@code [FILE…]}. */
    String synopsis() {
        String name = value.placeholder() + (many ? "…" : "");
        return required ? name : "[" + name + "]";
    }
}
