package dev.secondsource.exposure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of one workload each entity of a layer could carry.
 *
 * @param weight of the workload in everything, 0–1
 * @param most share of the workload by entity, 0–1; what is not disclosed is not in it
 */
public record Room(BigDecimal weight, SortedMap<String, BigDecimal> most) {
    public Room {
        most = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, BigDecimal>) most));
    }
}
