package dev.secondsource.allocation;

import dev.secondsource.exposure.Layer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Larger problems made of a real one. */
public final class Grown {
    private static final int PRICES = 7;

    private Grown() {}

    /** As if there were so many providers of each kind, at prices a little apart, so that none is dominated. */
    public static AllocationProblem timesOffers(AllocationProblem problem, int times) {
        List<Allotment> allotments = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        for (int copy = 0; copy < times; copy++) {
            for (Allotment a : problem.allotments()) allotments.add(copy == 0 ? a : copy(a, copy));
            for (Limit limit : problem.limits()) {
                if (copy == 0) limits.add(limit);
                else if (limit instanceof Limit.LayerCap cap && cap.layer() == Layer.PROVIDER) limits.add(new Limit.LayerCap(cap.layer(), named(cap.entity(), copy), cap.bound(), cap.origin()));
            }
        }
        return AllocationProblem.over(problem.currency(), problem.works(), allotments, limits, problem.smallestShare(), problem.paid());
    }

    /** Solves it once and nothing beside. */
    public static boolean isSolved(AllocationProblem problem, Effort effort) {
        return Solving.of(problem, effort).isPresent();
    }

    private static Allotment copy(Allotment a, int copy) {
        SortedMap<Layer, String> entities = new TreeMap<>((Map<Layer, String>) a.entities());
        entities.computeIfPresent(Layer.PROVIDER, (layer, provider) -> named(provider, copy));
        BigDecimal dearer = BigDecimal.ONE.add(BigDecimal.valueOf((Math.floorMod(a.offer().hashCode(), PRICES) + 1L) * copy, 3));
        return new Allotment(a.workload(), named(a.offer(), copy), a.accelerator(), entities, a.rank(), a.cap(), a.perMonth().times(dearer).toCents(), a.accelerators(), a.blocks(),
                a.movingPerMonth(), a.mayLead(), a.conditional(), a.warm(), a.site(), a.kilowatts());
    }

    private static String named(String name, int copy) {
        return name + "#" + copy;
    }
}
