package dev.secondsource.decision;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.candidate.Prospect;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what challengers are compared with: the largest part of today's fleet if the market has a price for it, else
 * what a careful buyer would take by habit, the most mature eligible accelerator and of that the cheapest offer. A
 * dominated offer can be neither, so adding one moves no comparison.
 */
final class Incumbents {
    private Incumbents() {}

    /** @param basis why it is the incumbent, in words */
    record Choice(@Nullable Prospect prospect, String basis) {}

    /**
     * @param prospects all of the workload
     * @param candidates their facts by candidate id, for the maturity
     * @param eligible whether no gate is closed to a prospect
     */
    static Choice choose(Workload workload, List<FleetItem> fleet, List<Prospect> prospects, Map<String, Candidate> candidates, Predicate<Prospect> eligible) {
        Optional<FleetItem> today = fleet.stream().filter(i -> i.workload().equals(workload.id()))
                .max(Comparator.comparing(FleetItem::share).thenComparing(FleetItem::accelerator, Comparator.reverseOrder()).thenComparing(FleetItem::provider, Comparator.reverseOrder()));
        if (today.isPresent()) {
            FleetItem item = today.get();
            Optional<Prospect> same = cheapest(prospects.stream().filter(p -> item.offer() != null ? p.offer().id().equals(item.offer()) : sells(p, item)));
            if (same.isPresent()) return new Choice(same.get(), "it carries " + percent(item.share()) + " of the workload today");
            Optional<Prospect> elsewhere = cheapest(prospects.stream().filter(p -> p.accelerator().id().equals(item.accelerator())));
            if (elsewhere.isPresent()) return new Choice(elsewhere.get(), "today's " + item.accelerator() + " at " + item.provider()
                    + " has no comparable price on file, so the same accelerator's cheapest price stands in for it");
        }
        Optional<Prospect> habit = prospects.stream().filter(p -> p.cost() != null && eligible.test(p))
                .min(Comparator.comparing((Prospect p) -> readiness(candidates.get(p.id()))).reversed()
                        .thenComparing(p -> p.cost().perUnit()).thenComparing(p -> p.offer().id()));
        return habit.map(p -> new Choice(p, today.isPresent() ? "nothing of today's fleet has a price on file; it is the cheapest of the most mature"
                        : "no fleet runs this workload yet; it is the cheapest of the most mature"))
                .orElse(new Choice(null, "no eligible candidate has a known unit cost"));
    }

    private static boolean sells(Prospect prospect, FleetItem item) {
        return prospect.accelerator().id().equals(item.accelerator())
                && (prospect.offer().provider().equals(item.provider()) || item.provider().equals("own") && prospect.offer().pricing() == PricingKind.PURCHASE);
    }

    /** On demand before any other pricing: it is the price everything else is a discount from. */
    private static Optional<Prospect> cheapest(Stream<Prospect> prospects) {
        return prospects.filter(p -> p.cost() != null)
                .min(Comparator.comparing((Prospect p) -> p.offer().pricing() != PricingKind.ON_DEMAND)
                        .thenComparing(p -> p.cost().perUnit()).thenComparing(p -> p.offer().id()));
    }

    private static BigDecimal readiness(@Nullable Candidate candidate) {
        if (candidate == null || candidate.maturity().level() == null) return BigDecimal.ONE.negate();
        return BigDecimal.valueOf(candidate.maturity().level());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
