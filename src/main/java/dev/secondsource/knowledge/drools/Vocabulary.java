package dev.secondsource.knowledge.drools;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.WorkloadKind;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words a rule may use: facts with their record components, and enumerations. Everything else in a rule file is
 * refused, so this class is also the list of what a rule can reach.
 */
final class Vocabulary {
    /** Types rules are about. */
    static final Map<String, Class<? extends Record>> SUBJECTS = Map.of(
            "Candidate", Candidate.class, "Exposure", Exposure.class, "Portfolio", Portfolio.class);

    /** Enumerations whose constants rules may name. */
    static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.of(
            "PricingKind", PricingKind.class, "WorkloadKind", WorkloadKind.class, "DeliveryMode", DeliveryMode.class,
            "Layer", Layer.class, "Quadrant", Quadrant.class);

    private Vocabulary() {}

    /**
     * A word resolved.
     *
     * @param type its Java type, primitives boxed
     * @param meaning what it means, null only for {@code empty}
     */
    record Word(Class<?> type, @Nullable Meaning meaning) {}

    /** Resolves {@code comparison.rho} on a fact type. */
    static Optional<Word> word(Class<?> fact, String path) {
        Class<?> type = fact;
        Meaning meaning = null;
        for (String name : path.split("\\.", -1)) {
            if (type == List.class && name.equals("empty")) {
                type = Boolean.class;
                continue;
            }
            RecordComponent component = component(type, name);
            if (component == null) return Optional.empty();
            type = boxed(component.getType());
            meaning = component.getAnnotation(Meaning.class);
        }
        return Optional.of(new Word(type, meaning));
    }

    /** The value of {@code comparison.rho} in a fact; null if it, or what it is a part of, is not known. */
    static @Nullable Object read(Record fact, String path) {
        Object value = fact;
        for (String name : path.split("\\.", -1)) {
            if (value == null) return null;
            if (value instanceof List<?> list && name.equals("empty")) {
                value = list.isEmpty();
                continue;
            }
            RecordComponent component = component(value.getClass(), name);
            if (component == null) throw new IllegalArgumentException(path + " is no word of " + fact.getClass().getSimpleName());
            try {
                value = component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return value;
    }

    /** Changes whenever a word, its type or its meaning does, and with it the classes that rules compile to. */
    static String fingerprint() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(SUBJECTS).forEach((name, fact) -> words(fact).forEach((path, meaning) ->
                all.append(name).append('.').append(path).append(' ').append(word(fact, path).orElseThrow().type()).append(' ').append(meaning).append('\n')));
        return Sha256.of(all.toString());
    }

    /** All words of a fact type with their meanings, for the dictionary and for suggestions. */
    static Map<String, Meaning> words(Class<?> fact) {
        Map<String, Meaning> found = new TreeMap<>();
        collect(fact, "", found);
        return found;
    }

    private static void collect(Class<?> type, String prefix, Map<String, Meaning> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            Meaning meaning = component.getAnnotation(Meaning.class);
            if (meaning != null) found.put(prefix + component.getName(), meaning);
            else if (component.getType().isRecord()) collect(component.getType(), prefix + component.getName() + ".", found);
        }
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        if (!type.isRecord()) return null;
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .filter(c -> c.isAnnotationPresent(Meaning.class) || c.getType().isRecord())
                .findFirst()
                .orElse(null);
    }

    private static Class<?> boxed(Class<?> type) {
        if (type == boolean.class) return Boolean.class;
        if (type == int.class) return Integer.class;
        return type;
    }
}
