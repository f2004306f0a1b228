package dev.secondsource.simulation;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.fit.Throughput;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PartFigure;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.Supplier.Figure;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.sensitivity.Levers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may turn out otherwise than assumed, and by how much.
 *
 * @param prices of a designer's parts, and of a provider's offers; an offer's price moves by the mean of the two, so that
 *     it stays within these ends and offers of one designer or one provider move alike
 * @param demands by workload
 * @param speeds by accelerator, of what was measured on it for others and of the peaks that stand in
 * @param ownSpeeds by workload and accelerator, of what the buyer measured
 * @param leads by supplier, weeks from order to capacity: as far as p50 and p90 are on file
 * @param unknownLeads suppliers of something that has to be ordered whose lead times are not on file, so that they are
 *     not drawn
 */
public record Ranges(Spread prices, SortedMap<String, Quantiles> demands, SortedMap<String, Spread> speeds, SortedMap<String, SortedMap<String, Spread>> ownSpeeds, SortedMap<String, Lead> leads,
        SortedSet<String> unknownLeads) {
    private static final MathContext DIGITS = new MathContext(9);

    public Ranges {
        demands = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Quantiles>) demands));
        speeds = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Spread>) speeds));
        ownSpeeds = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SortedMap<String, Spread>>) ownSpeeds));
        leads = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Lead>) leads));
        unknownLeads = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) unknownLeads));
    }

    /**
     * Weeks from order to useful capacity.
     *
     * @param part accelerator they are stated for; null for the supplier's own
     */
    public record Lead(BigDecimal p50, BigDecimal p90, @Nullable String part) {
        /** Weeks later than the median; earlier if below zero. */
        BigDecimal late(double probability) {
            Quantiles weeks = new Quantiles(Decimals.divide(p50.multiply(p50), p90), p50, p90);
            return Decimals.of(p50.multiply(Outcomes.factor(weeks, probability).subtract(BigDecimal.ONE)).doubleValue());
        }
    }

    /** Policy keys they rest on. */
    static Set<String> policyKeys() {
        return Set.of(Levers.PRICE_FALL, Levers.PRICE_RISE);
    }

    /** Nothing turns out otherwise. */
    public static Ranges none() {
        return new Ranges(Spread.NONE, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    /**
     * What the policy, the profile, the estimates of speed and the market say.
     *
     * @param market the one the decision was made on
     */
    public static Ranges of(Decision base, Market market) {
        Market seen = market.visibleAt(base.asOf());
        Spread prices = new Spread(BigDecimal.ONE.subtract(base.policy().number(Levers.PRICE_FALL)), BigDecimal.ONE.add(base.policy().number(Levers.PRICE_RISE)));
        SortedMap<String, Quantiles> demands = new TreeMap<>();
        for (Workload workload : base.profile().workloads()) demands.put(workload.id(), workload.volumePerMonth());
        SortedMap<String, Spread> speeds = new TreeMap<>();
        SortedMap<String, SortedMap<String, Spread>> own = new TreeMap<>();
        for (WorkloadDecision workload : base.workloads())
            for (Assessed candidate : workload.candidates()) {
                Throughput speed = candidate.fit().throughput();
                if (speed == null || speed.perAccelerator().signum() <= 0) continue;
                boolean measuredHere = speed.basis() == Throughput.Basis.BUYER_MEASUREMENT;
                (measuredHere ? own.computeIfAbsent(workload.workload().id(), w -> new TreeMap<>()) : speeds).merge(candidate.offer().accelerator(), band(speed), Spread::or);
            }
        SortedMap<String, Lead> leads = new TreeMap<>();
        seen.suppliers().values().forEach(s -> widest(s).ifPresent(lead -> leads.put(s.id(), lead)));
        SortedSet<String> unknown = new TreeSet<>();
        for (WorkloadDecision workload : base.workloads())
            for (Assessed candidate : workload.candidates())
                if (isOrdered(candidate.offer()) && candidate.cost() != null) {
                    String seller = seller(candidate.offer(), seen);
                    if (!leads.containsKey(seller)) unknown.add(seller);
                }
        return new Ranges(prices, demands, speeds, own, leads, unknown);
    }

    private static Spread band(Throughput speed) {
        return new Spread(ratio(speed.low(), speed).min(BigDecimal.ONE), ratio(speed.high(), speed).max(BigDecimal.ONE));
    }

    /** Without the last digits, in which ends of twelve digits no longer are the ratio they were made with. */
    private static BigDecimal ratio(BigDecimal end, Throughput speed) {
        return Decimals.plain(end.divide(speed.perAccelerator(), DIGITS));
    }

    private static boolean isOrdered(Offer offer) {
        return offer.pricing() == PricingKind.COMMITTED || offer.pricing() == PricingKind.PURCHASE;
    }

    private static String seller(Offer offer, Market market) {
        Accelerator part = market.accelerator(offer.accelerator());
        return offer.pricing() == PricingKind.PURCHASE ? part.designer() : offer.provider();
    }

    /** All lead times of a supplier move together, by the pair that lies furthest apart. */
    private static Optional<Lead> widest(Supplier supplier) {
        List<Lead> all = new ArrayList<>();
        lead(supplier.figures().get(Figure.LEAD_WEEKS_P50), supplier.figures().get(Figure.LEAD_WEEKS_P90), null, all);
        for (String part : new TreeSet<>(supplier.partFigures().stream().filter(f -> f.figure().isLead()).map(PartFigure::accelerator).toList()))
            lead(supplier.figure(Figure.LEAD_WEEKS_P50, part), supplier.figure(Figure.LEAD_WEEKS_P90, part), part, all);
        return all.stream().max(Comparator.comparing((Lead l) -> l.p90.subtract(l.p50)));
    }

    private static void lead(@Nullable Fact<BigDecimal> p50, @Nullable Fact<BigDecimal> p90, @Nullable String part, List<Lead> all) {
        if (p50 != null && p90 != null && p50.value().signum() > 0 && p90.value().compareTo(p50.value()) >= 0) all.add(new Lead(p50.value(), p90.value(), part));
    }
}
