package dev.secondsource.allocation;

import dev.secondsource.allocation.Allocation.Price;
import dev.secondsource.allocation.Allocation.Relaxed;
import dev.secondsource.allocation.Allocation.Spreading;
import dev.secondsource.allocation.Allocation.Status;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places all work at the least cost that its limits allow, and says what the limits cost. */
public final class Allocating {
    /** So near to its bound a limit binds. */
    private static final BigDecimal NEAR = new BigDecimal("1e-6");

    private Allocating() {}

    /** The least cost under all limits, or under as many as can be met. */
    public static Allocation allocate(AllocationProblem problem, Effort effort) {
        if (problem.works().isEmpty())
            return new Allocation(Status.INFEASIBLE, List.of(), new TreeMap<>(), problem.alreadyPaid(), problem.alreadyPaid(), List.of(),
                    new Allocation.Search(BigDecimal.ZERO, 0, true, false), List.of(), null, null, List.of());
        Optional<Solving> solved = Solving.of(problem, effort);
        if (solved.isPresent()) return allocation(problem, solved.get(), null, effort);
        Conflicts.Resolved resolved = Conflicts.resolve(problem, effort);
        Solving relaxed = Solving.of(resolved.problem(), effort).orElseThrow(() -> new IllegalStateException("limits that gave way as far as they must still hold nothing"));
        return allocation(resolved.problem(), relaxed, resolved.conflict(), effort);
    }

    /** The least cost under further limits, if they can be met at no more than the cost of an allocation and the gap. */
    public static Optional<Allocation> alsoUnder(AllocationProblem problem, List<Limit> more, Allocation than, Effort effort) {
        List<Limit> all = new ArrayList<>(problem.limits());
        all.addAll(more);
        return Solving.of(problem.under(all), effort)
                .filter(s -> s.placement().total().compareTo(than.total().times(BigDecimal.valueOf(1 + effort.gap()))) <= 0)
                .map(s -> allocation(problem, s, null, effort));
    }

    /**
     * Other allocations that cost no more, within the gap, each without one of the designers or providers that this one
     * rests on.
     *
     * @param than an allocation of this problem; where limits had to give way for it there is nothing alike
     * @return in a fixed order, each once
     */
    public static List<Allocation> alike(AllocationProblem problem, Allocation than, Effort effort) {
        if (than.shares().isEmpty() || than.conflict() != null) return List.of();
        Money most = than.total().times(BigDecimal.valueOf(1 + effort.gap()));
        List<Limit> without = new ArrayList<>();
        than.shares().stream().map(Share::designer).distinct().sorted().forEach(d -> without.add(new Limit.LayerCap(Layer.DESIGNER, d, BigDecimal.ZERO, "")));
        than.shares().stream().map(Share::provider).distinct().sorted().forEach(p -> without.add(new Limit.LayerCap(Layer.PROVIDER, p, BigDecimal.ZERO, "")));
        return without.parallelStream().flatMap(cap -> {
            List<Limit> all = new ArrayList<>(problem.limits());
            // What costs more is not looked for.
            all.addAll(List.of(cap, new Limit.Budget(most.amount(), "")));
            AllocationProblem other = problem.under(all);
            return Solving.of(other, effort.briefly()).filter(s -> s.placement().total().compareTo(most) <= 0)
                    .map(s -> allocation(problem, s, null, effort)).stream();
        }).collect(Collectors.toMap(Allocation::shares, Function.identity(), (a, b) -> a, LinkedHashMap::new)).values().stream().toList();
    }

    /** The least cost under all limits, without asking what they cost; empty if they cannot all be met. */
    public static Optional<Allocation> unpriced(AllocationProblem problem, Effort effort) {
        return Solving.of(problem, effort).map(s -> allocation(problem, s, null, List.of(), null));
    }

    private static Allocation allocation(AllocationProblem problem, Solving solved, Allocation.@Nullable Conflict conflict, Effort effort) {
        if (!effort.prices()) return allocation(problem, solved, conflict, List.of(), null);
        CompletableFuture<Optional<Spreading>> spreading = CompletableFuture.supplyAsync(() -> Optional.ofNullable(spreading(problem, solved, effort)));
        return allocation(problem, solved, conflict, prices(problem, solved, conflict, effort), spreading.join().orElse(null));
    }

    private static Allocation allocation(AllocationProblem problem, Solving solved, Allocation.@Nullable Conflict conflict, List<Price> prices, @Nullable Spreading spreading) {
        Placement placement = solved.placement();
        List<Share> shares = placement.parts().stream().map(p -> new Share(p.allotment().workload(), p.allotment().offer(), p.allotment().designer(), p.allotment().provider(),
                p.share(), p.perMonth())).toList();
        boolean conditional = conflict != null || placement.parts().stream().anyMatch(p -> p.allotment().conditional());
        boolean override = conflict != null && conflict.applied().stream().map(Relaxed::limit).anyMatch(Limit::needsAnOverride);
        return new Allocation(override ? Status.OVERRIDE_REQUIRED : conditional ? Status.CONDITIONAL : Status.SOUND, shares, weights(problem), placement.running(), problem.alreadyPaid(),
                placement.moves(), solved.search(), prices, spreading, conflict, List.of());
    }

    private static SortedMap<String, BigDecimal> weights(AllocationProblem problem) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        problem.works().forEach(w -> weights.put(w.id(), w.weight()));
        return weights;
    }

    /** Each limit is a question by itself, so they are asked side by side; the order of the answers is that of the limits. */
    private static List<Price> prices(AllocationProblem problem, Solving solved, Allocation.@Nullable Conflict conflict, Effort effort) {
        return problem.limits().parallelStream()
                .filter(limit -> conflict == null || conflict.applied().stream().noneMatch(r -> r.limit().at(r.to()).equals(limit)))
                .flatMap(limit -> price(limit, problem, solved, effort).stream()).toList();
    }

    private static Optional<Price> price(Limit limit, AllocationProblem problem, Solving solved, Effort effort) {
        BigDecimal room = limit.bound().subtract(solved.placement().value(limit, problem)).abs();
        Limit looser = limit.loosened();
        // What nothing may be put on is a gate and no limit that binds.
        boolean gate = limit instanceof Limit.MaturityCap && limit.bound().signum() == 0;
        if (gate || looser.equals(limit) || room.compareTo(limit.measure() == Limit.Measure.MONEY ? limit.step() : NEAR) > 0) return Optional.empty();
        Solving again = Solving.of(problem.replacing(limit, looser), effort.briefly(), solved.at()).orElse(solved);
        Money saves = solved.placement().total().minus(again.placement().total());
        return Optional.of(new Price(limit, looser.bound(), saves.isPositive() ? saves : Money.zero(problem.currency()), !again.search().complete()));
    }

    private static @Nullable Spreading spreading(AllocationProblem problem, Solving solved, Effort effort) {
        AllocationProblem free = problem.keeping(l -> !l.spreads());
        if (free.limits().size() == problem.limits().size()) return null;
        return Solving.of(free, effort).map(s -> {
            Money without = s.placement().total();
            Money more = solved.placement().total().minus(without);
            if (!more.isPositive()) more = Money.zero(problem.currency());
            return new Spreading(without, more, without.isPositive() ? more.ratioTo(without) : BigDecimal.ZERO);
        }).orElse(null);
    }
}
