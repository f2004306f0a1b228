package dev.secondsource.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a command's options and arguments, read and checked. */
public final class Words {
    private final Map<Object, List<Object>> values;

    Words(Map<Object, List<Object>> values) {
        this.values = new HashMap<>(values);
    }

    /**
     * The option's value or its default.
     *
     * @throws IllegalStateException if it has neither: ask {@link #find(Option)} for an option without a default
     */
    public <T> T get(Option<T> option) {
        return find(option).orElseThrow(() -> new IllegalStateException(option.flag() + " has no value and no default"));
    }

    /** The option's value or its default, if any. */
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable(all(option).stream().findFirst().orElse(option.fallback()));
    }

    /** Every value of an option that may be given more than once, in the order typed; the default does not count. */
    public <T> List<T> all(Option<T> option) {
        return typed(option);
    }

    /** The argument's word. */
    public <T> T get(Argument<T> argument) {
        return find(argument)
                .orElseThrow(() -> new IllegalStateException(argument.synopsis() + " was not required and is missing"));
    }

    /** The argument's word, if it was given. */
    public <T> Optional<T> find(Argument<T> argument) {
        return all(argument).stream().findFirst();
    }

    /** All words of an argument that takes many, in the order typed. */
    public <T> List<T> all(Argument<T> argument) {
        return typed(argument);
    }

    /** The cast is right because the parser filled each key by the key's own {@link Value}. */
    @SuppressWarnings("unchecked")
    private <T> List<T> typed(Object key) {
        return (List<T>) values.getOrDefault(key, List.of());
    }
}
