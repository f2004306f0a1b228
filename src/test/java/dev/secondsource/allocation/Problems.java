package dev.secondsource.allocation;

import dev.secondsource.allocation.AllocationProblem.Paid;
import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Allocation problems made by hand; the unit of money is what a month of a workload is about. */
final class Problems {
    static final Effort EXACT = new Effort(0, 100_000, () -> false);
    static final String WORK = "serve";

    private Problems() {}

    /** One workload, no lots, whatever limits. */
    static AllocationProblem problem(List<Allotment> allotments, Limit... limits) {
        return problem(List.of(new Work(WORK, BigDecimal.ONE)), allotments, "0", List.of(limits));
    }

    static AllocationProblem problem(List<Work> works, List<Allotment> allotments, String smallest, List<Limit> limits, Paid... paid) {
        return AllocationProblem.over(Money.USD, works, allotments, limits, new BigDecimal(smallest), List.of(paid));
    }

    /** An offer of a designer at a cost, without blocks, proven, warm and fit to lead. */
    static Allotment offer(String id, String designer, String provider, String cost) {
        return new Offer(WORK, id, designer, provider, cost, null, "1", "0", true, true, 1).allotment();
    }

    /** What tests vary of an allotment. */
    record Offer(String workload, String id, String designer, String provider, String cost, @Nullable Integer blocks, String cap, String moving, boolean leads,
            boolean warm, int rank) {

        Offer blocks(int count) {
            return new Offer(workload, id, designer, provider, cost, count, cap, moving, leads, warm, rank);
        }

        Offer cap(String share) {
            return new Offer(workload, id, designer, provider, cost, blocks, share, moving, leads, warm, rank);
        }

        Offer moving(String perMonth) {
            return new Offer(workload, id, designer, provider, cost, blocks, cap, perMonth, leads, warm, rank);
        }

        Offer follower() {
            return new Offer(workload, id, designer, provider, cost, blocks, cap, moving, false, warm, rank);
        }

        Offer cold() {
            return new Offer(workload, id, designer, provider, cost, blocks, cap, moving, leads, false, rank);
        }

        Allotment allotment() {
            SortedMap<Layer, String> entities = new TreeMap<>(Map.of(Layer.DESIGNER, designer, Layer.PROVIDER, provider, Layer.STACK, designer + "-stack", Layer.FOUNDRY,
                    designer.equals("n") ? "samsung" : "tsmc"));
            return new Allotment(workload, id, designer + "-chip", entities, rank, new BigDecimal(cap), Money.usd(cost), 100, blocks, Money.usd(moving), leads, false, warm,
                    null, BigDecimal.ZERO);
        }
    }

    static Offer of(String id, String designer, String provider, String cost) {
        return new Offer(WORK, id, designer, provider, cost, null, "1", "0", true, true, 1);
    }

    static Limit cap(Layer layer, String entity, String bound) {
        return new Limit.LayerCap(layer, entity, new BigDecimal(bound), "test");
    }

    static Map<String, String> shares(Allocation allocation) {
        return allocation.shares().stream().collect(Collectors.toMap(Share::offer, s -> s.share().toPlainString()));
    }
}
