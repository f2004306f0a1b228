package dev.secondsource.decision;

import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Proportion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often each comes first among random draws (rank-1 acceptability: SMAA, Lahdelma and Salminen 2001): offers, and
 * the accelerators and designers behind them, since offers of one accelerator that hardly differ share its draws.
 *
 * @param designers most often first; likewise accelerators and offers
 * @param robust share of draws, 0–1, from which what comes first is called robust
 */
public record Acceptability(List<Leader> designers, List<Leader> accelerators, List<Leader> offers, BigDecimal robust) {
    private static final String ROBUST = "ranking.robust-share";

    public Acceptability {
        designers = List.copyOf(designers);
        accelerators = List.copyOf(accelerators);
        offers = List.copyOf(offers);
    }

    /** What comes first in one draw. */
    public record First(Offer offer, String designer) {
        public static First of(Assessed candidate) {
            return new First(candidate.offer(), candidate.candidate().designer().id());
        }
    }

    /**
     * One of those that come first.
     *
     * @param name id of a designer, an accelerator or an offer; null if nothing may lead
     * @param offer the offer itself; null for the others
     * @param draws in how many
     * @param assumed it comes first as things are
     */
    public record Leader(@Nullable String name, @Nullable Offer offer, Proportion draws, boolean assumed) {}

    /** Policy key it reads. */
    public static String policyKey() {
        return ROBUST;
    }

    /** What leads a workload. */
    public static Optional<First> leading(WorkloadDecision workload) {
        return workload.winner().map(First::of);
    }

    /**
     * Counts.
     *
     * @param draws what comes first in each, empty if nothing may lead; at least one draw
     * @param assumed what does as things are
     */
    public static Acceptability of(List<Optional<First>> draws, Optional<First> assumed, Policy policy) {
        SortedMap<String, Offer> offers = new TreeMap<>();
        draws.forEach(d -> d.ifPresent(f -> offers.put(f.offer.id(), f.offer)));
        return new Acceptability(counted(draws, assumed, First::designer, offers), counted(draws, assumed, f -> f.offer.accelerator(), offers), counted(draws, assumed, f -> f.offer.id(), offers),
                policy.number(ROBUST));
    }

    private static List<Leader> counted(List<Optional<First>> draws, Optional<First> assumed, Function<First, String> entity, SortedMap<String, Offer> offers) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        draws.forEach(d -> d.ifPresent(f -> counts.merge(entity.apply(f), 1, Integer::sum)));
        String was = assumed.map(entity).orElse(null);
        List<Leader> leaders = new ArrayList<>();
        counts.forEach((name, count) -> leaders.add(new Leader(name, offers.get(name), new Proportion(count, draws.size()), name.equals(was))));
        leaders.sort(Comparator.comparing((Leader l) -> l.draws.count(), Collections.reverseOrder()).thenComparing(Leader::name));
        int none = (int) draws.stream().filter(Optional::isEmpty).count();
        if (none > 0) leaders.add(new Leader(null, null, new Proportion(none, draws.size()), was == null));
        return leaders;
    }

    /** The first of these if it leads often enough to be called robust. */
    public Optional<Leader> robust(List<Leader> leaders) {
        return leaders.stream().filter(l -> l.name != null).findFirst().filter(l -> l.draws.share().compareTo(robust) >= 0);
    }

    /** Another number of draws might say otherwise of it: the threshold lies within its interval. */
    public boolean isUnsettled(Leader leader) {
        return leader.draws.low().compareTo(robust) < 0 && leader.draws.high().compareTo(robust) >= 0;
    }
}
