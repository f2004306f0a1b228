package dev.secondsource.allocation;

import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What may be bought for which workload, and what limits it.
 *
 * @param currency of all amounts
 * @param works workloads that something may lead, in the profile's order
 * @param allotments eligible, priced candidates of these
 * @param limits in a fixed order
 * @param smallestShare of a workload worth giving to an offer, 0–1
 * @param paid capacity that is paid for already, whether used or not
 * @param finite prices that hold for so many accelerators only; no limit that could give way, for nobody sells more at them
 */
public record AllocationProblem(
        Currency currency, List<Work> works, List<Allotment> allotments, List<Limit> limits, BigDecimal smallestShare, List<Paid> paid, List<Finite> finite) {

    public AllocationProblem {
        works = List.copyOf(works);
        allotments = List.copyOf(allotments);
        limits = List.copyOf(limits);
        paid = List.copyOf(paid);
        finite = List.copyOf(finite);
    }

    /** The problem over those candidates that no other dominates, in a fixed order. */
    public static AllocationProblem over(Currency currency, List<Work> works, List<Allotment> candidates, List<Limit> limits, BigDecimal smallestShare, List<Paid> paid) {
        return over(currency, works, candidates, limits, smallestShare, paid, List.of());
    }

    /** The same where some prices hold for so many accelerators only: what is there in any number is not dominated by them. */
    public static AllocationProblem over(Currency currency, List<Work> works, List<Allotment> candidates, List<Limit> limits, BigDecimal smallestShare, List<Paid> paid, List<Finite> finite) {
        Set<String> runningOut = finite.stream().flatMap(f -> f.offers().stream()).collect(Collectors.toSet());
        Set<String> bound = paid.stream().map(Paid::offer).collect(Collectors.toSet());
        Map<List<Object>, List<Allotment>> ofOneKind = candidates.stream().collect(Collectors.groupingBy(a -> Arrays.asList(a.workload(), a.accelerator(), a.entities(), a.site())));
        List<Allotment> kept = ofOneKind.values().stream().flatMap(alike -> undominated(alike, bound, runningOut).stream())
                .sorted(Comparator.comparing(Allotment::workload).thenComparing(Allotment::rank).thenComparing(Allotment::offer)).toList();
        return new AllocationProblem(currency, works, kept, limits, smallestShare, paid, finite);
    }

    /** In the order of {@link Allotment#DOMINATORS_FIRST} what is dominated is dominated by one that was kept already. */
    private static List<Allotment> undominated(List<Allotment> alike, Set<String> bound, Set<String> runningOut) {
        List<Allotment> front = new ArrayList<>();
        List<Allotment> kept = new ArrayList<>();
        alike.stream().sorted(Allotment.DOMINATORS_FIRST).forEach(a -> {
            boolean dominated = front.stream().anyMatch(a::isDominatedBy);
            if (!dominated && !runningOut.contains(a.offer())) front.add(a);
            if (!dominated || bound.contains(a.offer())) kept.add(a);
        });
        return kept;
    }

    /**
     * A workload.
     *
     * @param weight its part in all work, 0–1: what it costs at least, so that shares at a layer are sums
     */
    public record Work(String id, BigDecimal weight) {}

    /**
     * Capacity the buyer is bound to pay for.
     *
     * @param offer offer id
     * @param accelerators that stand for the buyer
     * @param perMonth what is paid whether they work or not
     */
    public record Paid(String offer, int accelerators, Money perMonth) {}

    /**
     * A price that holds for so many accelerators and no more.
     *
     * @param terms what it is of
     * @param offers offers at that price, which share the number, whatever the workload
     * @param accelerators at least 1
     */
    public record Finite(String terms, Set<String> offers, int accelerators) {
        public Finite {
            offers = Set.copyOf(offers);
        }

        /** Most of a workload that it carries by itself, 0–1: in whole machines where these are paid whole. */
        BigDecimal most(Allotment a) {
            BigDecimal all = BigDecimal.valueOf(a.accelerators());
            if (a.blocks() == null) return Decimals.divide(BigDecimal.valueOf(accelerators), all).min(BigDecimal.ONE);
            BigDecimal blocks = BigDecimal.valueOf(a.blocks());
            BigDecimal whole = BigDecimal.valueOf(accelerators).multiply(blocks).divide(all, 0, RoundingMode.FLOOR);
            return Decimals.divide(whole, blocks).min(BigDecimal.ONE);
        }
    }

    /** What limits the number at the price of an offer; empty if nothing does. */
    Optional<Finite> finite(Allotment a) {
        return finite.stream().filter(f -> f.offers().contains(a.offer())).findFirst();
    }

    /** Part of a workload in all work. */
    BigDecimal weight(String workload) {
        return works.stream().filter(w -> w.id().equals(workload)).findFirst().map(Work::weight).orElse(BigDecimal.ZERO);
    }

    /** What is paid whether used or not. */
    Money alreadyPaid() {
        return paid.stream().map(Paid::perMonth).reduce(Money.zero(currency), Money::plus);
    }

    /**
     * Limits that shares break by more than a step by which people would move them; what they cost is not looked at.
     *
     * @param shares of allotments, those that another dominates too
     */
    public List<Limit> broken(Map<Allotment, BigDecimal> shares) {
        return limits.stream().filter(limit -> limit instanceof Limit.MostProviders
                ? BigDecimal.valueOf(shares.keySet().stream().map(Allotment::provider).distinct().count()).compareTo(limit.bound()) > 0
                : limit.sums(this).stream().anyMatch(sum -> isBroken(limit, shares.entrySet().stream().map(e -> sum.apply(e.getKey()).multiply(e.getValue())).reduce(BigDecimal.ZERO, BigDecimal::add)))).toList();
    }

    private static boolean isBroken(Limit limit, BigDecimal at) {
        return (limit.isFloor() ? limit.bound().subtract(at) : at.subtract(limit.bound())).compareTo(limit.step()) > 0;
    }

    /** The same problem under some of its limits only. */
    AllocationProblem keeping(Predicate<Limit> kept) {
        return under(limits.stream().filter(kept).toList());
    }

    /** The same problem with one limit in the place of another. */
    AllocationProblem replacing(Limit old, Limit other) {
        return limits(l -> l.equals(old) ? other : l);
    }

    /** The same problem with each limit changed. */
    AllocationProblem limits(UnaryOperator<Limit> change) {
        return under(limits.stream().map(change).toList());
    }

    /** The same problem under other limits. */
    public AllocationProblem under(List<Limit> others) {
        return new AllocationProblem(currency, works, allotments, others, smallestShare, paid, finite);
    }
}
