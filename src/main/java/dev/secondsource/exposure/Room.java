package dev.secondsource.exposure;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How much of one workload could be carried, and by whom at a layer.
 *
 * @param weight of the workload in everything, 0–1
 * @param lots what could carry it, one an accelerator; where no entity is disclosed there is none
 */
public record Room(BigDecimal weight, List<Lot> lots) {
    public Room {
        lots = List.copyOf(lots);
    }

    /**
     * One accelerator and everybody at the layer through whom it could be had. They share its room.
     *
     * @param most share of the workload that the accelerator may carry, 0–1, whoever of them it is from
     * @param entities one or more
     */
    public record Lot(BigDecimal most, SortedSet<String> entities) {
        public Lot {
            entities = Collections.unmodifiableSortedSet(new TreeSet<>(entities));
        }
    }
}
