package dev.secondsource.allocation;

import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as the allocation sees it.
 *
 * @param workload workload id
 * @param offer offer id
 * @param accelerator its accelerator
 * @param entities who stands behind it at each layer; a layer without an entry is not disclosed
 * @param rank of the candidate in its workload, 1 is best: settles ties
 * @param cap most of the workload its accelerator may carry (maturity), 0–1
 * @param perMonth cost of the whole workload on it
 * @param accelerators that the whole workload takes on it, 1 or more
 * @param blocks whole machines among which that cost is split, 1 or more; null if only hours of work are paid
 * @param movingPerMonth one-off cost of moving the workload to its stack, spread over the horizon
 * @param mayLead may carry a workload; else it only stands behind those that may
 * @param conditional its verdict has open conditions
 * @param warm its stack runs in production with the buyer today
 * @param site own site where it would stand; null if it is rented
 * @param kilowatts that the whole workload draws there, 0 if rented or not known
 */
public record Allotment(
        String workload,
        String offer,
        String accelerator,
        SortedMap<Layer, String> entities,
        int rank,
        BigDecimal cap,
        Money perMonth,
        int accelerators,
        @Nullable Integer blocks,
        Money movingPerMonth,
        boolean mayLead,
        boolean conditional,
        boolean warm,
        @Nullable String site,
        BigDecimal kilowatts) {

    /** Whoever dominates another stands before it: no worse in anything comes first, and of those alike the better ranked. */
    static final Comparator<Allotment> DOMINATORS_FIRST = Comparator.comparing(Allotment::perMonth)
            .thenComparing(Allotment::movingPerMonth)
            .thenComparing(Allotment::kilowatts)
            .thenComparing(Allotment::cap, Comparator.reverseOrder())
            .thenComparing(Allotment::blocks, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Allotment::mayLead, Comparator.reverseOrder())
            .thenComparing(Allotment::conditional)
            .thenComparing(Allotment::warm, Comparator.reverseOrder())
            .thenComparing(Allotment::rank);

    public Allotment {
        entities = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Layer, String>) entities));
    }

    public String designer() {
        return entities.get(Layer.DESIGNER);
    }

    public String provider() {
        return entities.get(Layer.PROVIDER);
    }

    public String stack() {
        return entities.get(Layer.STACK);
    }

    /**
     * Nothing this one can do the other cannot do as well, for no more: whoever stands behind both is the same, and the
     * other costs no more, comes in blocks no larger and may lead if this one may. Of two that are alike the better ranked
     * stays.
     */
    boolean isDominatedBy(Allotment other) {
        if (this == other || !workload.equals(other.workload) || !accelerator.equals(other.accelerator) || !entities.equals(other.entities)
                || !java.util.Objects.equals(site, other.site) || mayLead && !other.mayLead || !conditional && other.conditional || warm && !other.warm
                || cap.compareTo(other.cap) > 0 || kilowatts.compareTo(other.kilowatts) < 0 || perMonth.compareTo(other.perMonth) < 0
                || movingPerMonth.compareTo(other.movingPerMonth) < 0) return false;
        if (other.blocks != null && (blocks == null || blocks > other.blocks)) return false;
        boolean alike = other.isNoBetterThan(this);
        return !alike || rank > other.rank;
    }

    private boolean isNoBetterThan(Allotment other) {
        return perMonth.compareTo(other.perMonth) >= 0 && movingPerMonth.compareTo(other.movingPerMonth) >= 0 && kilowatts.compareTo(other.kilowatts) >= 0
                && cap.compareTo(other.cap) <= 0 && (!mayLead || other.mayLead) && (conditional || !other.conditional) && (!warm || other.warm)
                && (other.blocks == null || blocks != null && blocks <= other.blocks);
    }
}
