package dev.secondsource.rules;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes facts for rule tests: everything unknown, nothing flagged, then one word set after the other. */
public final class Facts {
    private Facts() {}

    /** An exposure to a layer of which nothing is known. */
    public static Exposure exposure(Layer layer) {
        return with(with((Exposure) blank(Exposure.class), "layer", layer), "name", layer.words());
    }

    /** An allocation of which nothing is known. */
    public static Portfolio portfolio() {
        return (Portfolio) blank(Portfolio.class);
    }

    /** A candidate of which nothing is known. */
    public static Candidate candidate() {
        return (Candidate) blank(Candidate.class);
    }

    /**
     * A candidate of which only these words are known.
     *
     * @param words path and value in turn: {@code "deal.committed", true, "deal.termMonths", 36}
     */
    public static Candidate candidate(Object... words) {
        Candidate candidate = candidate();
        for (int i = 0; i < words.length; i += 2) candidate = with(candidate, (String) words[i], words[i + 1]);
        return candidate;
    }

    /**
     * The same fact with one word set.
     *
     * @param path as rules write it: {@code comparison.rho}
     * @param value numbers may be written as text
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R fact, String path, Object value) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        return (R) rebuild(fact.getClass(), component -> {
            Object old = read(fact, component);
            if (!component.getName().equals(name)) return old;
            if (dot >= 0) return with((Record) old, path.substring(dot + 1), value);
            return convert(component, value);
        }, name);
    }

    private static Object convert(RecordComponent component, Object value) {
        if (component.getType() == BigDecimal.class && value instanceof String text) return new BigDecimal(text);
        if (component.getType() == BigDecimal.class && value instanceof Integer number) return BigDecimal.valueOf(number);
        return value;
    }

    /** A fact of which nothing is known. */
    public static Object blank(Class<?> type) {
        return rebuild(type, component -> {
            if (component.getType().isRecord()) return blank(component.getType());
            if (component.getType() == boolean.class) return false;
            if (component.getType() == int.class) return 0;
            if (component.getType() == Map.class) return Map.of();
            if (component.getType() == SortedMap.class) return new TreeMap<>();
            if (component.getName().equals("id")) return "serve <- offer";
            if (component.getName().equals("currency")) return "USD";
            if (component.getType() == List.class && !component.getAccessor().getAnnotatedReturnType().isAnnotationPresent(org.jspecify.annotations.Nullable.class)) return List.of();
            return null;
        }, null);
    }

    private interface Value {
        Object of(RecordComponent component);
    }

    private static Object rebuild(Class<?> type, Value value, String mustExist) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        boolean found = mustExist == null;
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = value.of(components[i]);
            found |= components[i].getName().equals(mustExist);
        }
        if (!found) throw new IllegalArgumentException(type.getSimpleName() + " has no word " + mustExist);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot build a " + type.getSimpleName(), e);
        }
    }

    private static Object read(Record fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
