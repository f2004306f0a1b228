package dev.secondsource.market;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is for sale and known of it. Lists are sorted by id, so that the order of rows in a file changes
 * nothing.
 *
 * @param version names this market for people: a date or a label
 * @param accelerators chip models by id
 * @param stacks software stacks by id
 * @param suppliers designers and providers by id
 * @param offers by id
 * @param measurements by id
 * @param maturity dated proofs
 */
public record Market(
        String version,
        Map<String, Accelerator> accelerators,
        Map<String, SoftwareStack> stacks,
        Map<String, Supplier> suppliers,
        List<Offer> offers,
        List<Measurement> measurements,
        List<MaturityEvidence> maturity) {

    public Market {
        accelerators = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(accelerators));
        stacks = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(stacks));
        suppliers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(suppliers));
        offers = offers.stream().sorted(java.util.Comparator.comparing(Offer::id)).toList();
        measurements = measurements.stream().sorted(java.util.Comparator.comparing(Measurement::id)).toList();
        maturity = maturity.stream()
                .sorted(java.util.Comparator.comparing(MaturityEvidence::accelerator)
                        .thenComparing(MaturityEvidence::kind)
                        .thenComparing(MaturityEvidence::evidence)
                        .thenComparing(MaturityEvidence::who)
                        .thenComparing(MaturityEvidence::work, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
                        .thenComparing(MaturityEvidence::value, java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder())))
                .toList();
    }

    /** Indexes anything with an id. */
    public static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    /** @throws IllegalArgumentException if there is none: the market was checked when it was read */
    public Accelerator accelerator(String id) {
        return required(accelerators, id, "accelerator");
    }

    /** @throws IllegalArgumentException if there is none */
    public Supplier supplier(String id) {
        return required(suppliers, id, "supplier");
    }

    private static <T> T required(Map<String, T> map, String id, String what) {
        T found = map.get(id);
        if (found == null) throw new IllegalArgumentException("no " + what + " " + id + " in this market");
        return found;
    }
}
