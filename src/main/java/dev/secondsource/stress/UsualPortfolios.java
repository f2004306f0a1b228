package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision is usually held against: today's fleet, all of each workload on its best candidate, and half each on
 * the best candidates of the two best designers.
 */
public final class UsualPortfolios {
    private static final String ANSWER = "answer";
    private static final String FLEET = "today's fleet";
    private static final String BEST = "best only";
    private static final String HALVES = "two designers, half each";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private UsualPortfolios() {}

    /**
     * The answer first.
     *
     * @param list portfolios, no two of them alike
     * @param notes what is not among them, and why
     */
    public record Found(List<NamedPortfolio> list, List<String> notes) {
        public Found {
            list = List.copyOf(list);
            notes = List.copyOf(notes);
        }
    }

    /** @param base with at least one share */
    public static Found of(Decision base) {
        List<NamedPortfolio> list = new ArrayList<>(List.of(new NamedPortfolio(ANSWER, "what the decision recommends", base.allocation())));
        List<String> notes = new ArrayList<>();
        Set<String> decided = base.allocation().shares().stream().map(Share::workload).collect(Collectors.toCollection(LinkedHashSet::new));
        List<WorkloadDecision> workloads = base.workloads().stream().filter(w -> decided.contains(w.workload().id())).toList();
        fleet(base, workloads, notes).ifPresent(shares -> add(FLEET, "all work as it runs today, at the prices of this market", shares, base, list, notes));
        add(BEST, "each workload whole on its best-ranked candidate", workloads.stream().map(w -> share(w, best(w), BigDecimal.ONE)).toList(), base, list, notes);
        add(HALVES, "half of each workload on its best candidate, half on the best of another designer", workloads.stream().flatMap(UsualPortfolios::halves).toList(), base, list, notes);
        return new Found(list, notes);
    }

    private static void add(String name, String meaning, List<Share> all, Decision base, List<NamedPortfolio> list, List<String> notes) {
        List<Share> shares = merged(all);
        Optional<NamedPortfolio> same = list.stream().filter(p -> amounts(p.allocation().shares()).equals(amounts(shares))).findFirst();
        if (same.isPresent()) {
            notes.add("\"" + name + "\" is the same as \"" + same.get().name() + "\".");
            return;
        }
        Bill bill = new Bill(base);
        List<Share> priced = bill.priced(shares);
        Money perMonth = priced.stream().map(Share::perMonth).reduce(bill.alreadyPaid(), Money::plus);
        Allocation named = Allocation.of(base.allocation().status(), priced, base.profile().currency());
        list.add(new NamedPortfolio(name, meaning, new Allocation(named.status(), priced, base.allocation().weights(), perMonth, bill.alreadyPaid(), bill.moves(priced), named.search(),
                List.of(), null, null, List.of())));
    }

    /** What a fleet has in several places of one offer is bought once. */
    private static List<Share> merged(List<Share> all) {
        Map<String, Share> merged = new LinkedHashMap<>();
        all.forEach(s -> merged.merge(Seen.key(s), s, (a, b) -> new Share(a.workload(), a.offer(), a.designer(), a.provider(), a.share().add(b.share()), a.perMonth().plus(b.perMonth()))));
        return List.copyOf(merged.values());
    }

    private static Map<String, BigDecimal> amounts(List<Share> shares) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        shares.forEach(s -> amounts.merge(Seen.key(s), s.share(), BigDecimal::add));
        amounts.replaceAll((k, v) -> Decimals.plain(v));
        return amounts;
    }

    private static Assessed best(WorkloadDecision workload) {
        return workload.winner().filter(c -> c.isThereFor(BigDecimal.ONE)).orElseGet(() -> eligible(workload).findFirst().or(workload::winner).orElseThrow());
    }

    private static Stream<Assessed> eligible(WorkloadDecision workload) {
        return workload.candidates().stream().filter(c -> c.cost() != null && c.verdict().verdict() != Verdict.REJECT && c.isThereFor(BigDecimal.ONE));
    }

    /** All of it on the best where only one designer has anything to offer. */
    private static Stream<Share> halves(WorkloadDecision workload) {
        Assessed best = best(workload);
        return eligible(workload).filter(c -> !c.candidate().designer().id().equals(best.candidate().designer().id())).findFirst()
                .map(second -> Stream.of(share(workload, best, HALF), share(workload, second, HALF))).orElseGet(() -> Stream.of(share(workload, best, BigDecimal.ONE)));
    }

    private static Optional<List<Share>> fleet(Decision base, List<WorkloadDecision> workloads, List<String> notes) {
        List<Share> shares = new ArrayList<>();
        for (WorkloadDecision workload : workloads) {
            List<FleetItem> items = base.profile().fleet().stream().filter(i -> i.workload().equals(workload.workload().id())).toList();
            BigDecimal all = items.stream().map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (all.signum() == 0) {
                notes.add("Today's fleet is not compared: nothing runs " + workload.workload().id() + " today.");
                return Optional.empty();
            }
            for (FleetItem item : items) {
                Optional<Assessed> priced = priced(workload, item);
                if (priced.isEmpty()) {
                    notes.add("Today's fleet is not compared: no cost is known of " + workload.workload().id() + " on " + item.accelerator() + " at " + item.provider() + ".");
                    return Optional.empty();
                }
                if (item.share().signum() > 0) shares.add(share(workload, priced.get(), Decimals.divide(item.share(), all)));
            }
        }
        return Optional.of(shares);
    }

    /** On demand before any other pricing, then the cheapest, as for the incumbent. */
    private static Optional<Assessed> priced(WorkloadDecision workload, FleetItem item) {
        return workload.candidates().stream().filter(c -> c.cost() != null && c.isThereFor(BigDecimal.ONE))
                .filter(c -> item.offer() != null ? c.offer().id().equals(item.offer())
                        : c.offer().accelerator().equals(item.accelerator()) && Holdings.operator(c.offer()).equals(item.provider()))
                .min(Comparator.comparing((Assessed c) -> c.offer().pricing() != PricingKind.ON_DEMAND).thenComparing(c -> c.cost().perUnit()).thenComparing(c -> c.offer().id()));
    }

    private static Share share(WorkloadDecision workload, Assessed candidate, BigDecimal share) {
        return new Share(workload.workload().id(), candidate.offer().id(), candidate.candidate().designer().id(), candidate.offer().provider(), share,
                Money.zero(candidate.cost().perMonth().currency()));
    }
}
