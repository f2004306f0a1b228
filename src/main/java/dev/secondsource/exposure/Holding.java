package dev.secondsource.exposure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of an allocation or of today's fleet, with who stands behind it at each layer.
 *
 * @param share of everything, 0–1
 * @param entities by layer; a layer without an entry is not disclosed
 */
public record Holding(BigDecimal share, Map<Layer, String> entities) {
    public Holding {
        entities = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    }
}
