package dev.secondsource.decision;

import dev.secondsource.candidate.Prospect;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.Workload;
import dev.secondsource.ranking.Bounds;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what challengers are compared with: the largest part of today's fleet if the market has a price for it, else
 * what a careful buyer would take by habit, the readiest eligible accelerator and of that the cheapest offer. Ties go to
 * the better offer by the other criteria in turn, so a dominated offer is never chosen and adding one moves no comparison.
 */
final class Incumbents {
    private Incumbents() {}

    /** @param basis why it is the incumbent, in words */
    record Choice(@Nullable Prospect prospect, String basis) {}

    /**
     * @param prospects all of the workload
     * @param eligible whether no gate is closed to a prospect
     * @param better ranks two prospects by themselves, criterion by criterion
     */
    static Choice choose(Workload workload, List<FleetItem> fleet, List<Prospect> prospects, Predicate<Prospect> eligible, Comparator<Prospect> better) {
        Optional<FleetItem> today = fleet.stream().filter(i -> i.workload().equals(workload.id()))
                .max(Comparator.comparing(FleetItem::share).thenComparing(FleetItem::accelerator, Comparator.reverseOrder()).thenComparing(FleetItem::provider, Comparator.reverseOrder()));
        if (today.isPresent()) {
            FleetItem item = today.get();
            Optional<Prospect> same = cheapest(prospects.stream().filter(p -> item.offer() != null ? p.offer().id().equals(item.offer()) : sells(p, item)), better);
            if (same.isPresent()) return new Choice(same.get(), "it carries " + percent(item.share()) + " of the workload today");
            Optional<Prospect> elsewhere = cheapest(prospects.stream().filter(p -> p.accelerator().id().equals(item.accelerator())), better);
            if (elsewhere.isPresent()) return new Choice(elsewhere.get(), "today's " + item.accelerator() + " at " + item.provider()
                    + " has no comparable price on file, so the same accelerator's cheapest price stands in for it");
        }
        Optional<Prospect> habit = prospects.stream().filter(p -> p.cost() != null && p.isThereForAll() && eligible.test(p))
                .min(better.thenComparing(p -> p.offer().id()));
        return habit.map(p -> new Choice(p, today.isPresent() ? "nothing of today's fleet has a price on file; it is the cheapest of the readiest"
                        : "no fleet runs this workload yet; it is the cheapest of the readiest"))
                .orElse(new Choice(null, "no eligible candidate has a known unit cost"));
    }

    private static boolean sells(Prospect prospect, FleetItem item) {
        return prospect.accelerator().id().equals(item.accelerator())
                && (prospect.offer().provider().equals(item.provider()) || item.provider().equals("own") && prospect.offer().pricing() == PricingKind.PURCHASE);
    }

    /** On demand before any other pricing: it is the price everything else is a discount from. */
    private static Optional<Prospect> cheapest(Stream<Prospect> prospects, Comparator<Prospect> better) {
        return prospects.filter(p -> p.cost() != null && p.isThereForAll())
                .min(Comparator.comparing((Prospect p) -> p.offer().pricing() != PricingKind.ON_DEMAND)
                        .thenComparing(p -> p.cost().perUnit()).thenComparing(better).thenComparing(p -> p.offer().id()));
    }

    /** Readiest first, then cheapest, then by the other criteria; what is not known of one comes last. */
    static Comparator<Prospect> better(Function<Prospect, Map<Criterion, BigDecimal>> raw, Map<Criterion, Bounds> bounds) {
        List<Criterion> order = List.of(Criterion.READINESS, Criterion.UNIT_COST, Criterion.VENDOR_CONDITION, Criterion.EXPOSURE, Criterion.SPEED, Criterion.SUSTAINABILITY);
        Comparator<Prospect> better = (a, b) -> 0;
        for (Criterion criterion : order)
            better = better.thenComparing((Prospect p) -> raw.apply(p).get(criterion), Comparator.nullsLast((a, b) -> bounds.get(criterion).compare(b, a)));
        return better;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
