package dev.secondsource.exposure;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of an allocation or of today's fleet, with who stands behind it at each layer.
 *
 * @param share of all work, 0–1
 * @param entities by layer; a layer without an entry is not disclosed
 * @param evidence where the makers of its parts are from
 */
public record Holding(BigDecimal share, Map<Layer, String> entities, List<Evidence> evidence) {
    public Holding {
        entities = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(entities));
        evidence = List.copyOf(evidence);
    }
}
