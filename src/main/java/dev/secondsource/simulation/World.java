package dev.secondsource.simulation;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way in which things may turn out: what a decision reads. */
record World(BuyerProfile buyer, Market market) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The world that chance makes of what was assumed. */
    static World drawn(Chance chance, Ranges ranges, BuyerProfile buyer, Market market) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        Map<String, BigDecimal> speeds = new TreeMap<>();
        ranges.speeds().forEach((accelerator, spread) -> speeds.put(accelerator, spread.quantile(chance.of("speed " + accelerator))));
        Market otherwise = market.priced(offer -> price(offer, chance, ranges, market, prices))
                .running(a -> speeds.getOrDefault(a.id(), BigDecimal.ONE))
                .delivering(s -> ranges.leads().containsKey(s.id()) ? ranges.leads().get(s.id()).late(chance.of("lead " + s.id())) : BigDecimal.ZERO);
        List<Workload> workloads = buyer.workloads().stream().map(w -> demand(w, chance, ranges)).toList();
        return new World(workloads.equals(buyer.workloads()) ? buyer : buyer.demanding(workloads), otherwise);
    }

    private static BigDecimal price(Offer offer, Chance chance, Ranges ranges, Market market, Map<String, BigDecimal> drawn) {
        if (ranges.prices().isNone()) return BigDecimal.ONE;
        Accelerator part = market.accelerator(offer.accelerator());
        BigDecimal designer = drawn.computeIfAbsent("designer " + part.designer(), name -> ranges.prices().quantile(chance.of("price " + name)));
        BigDecimal provider = drawn.computeIfAbsent("provider " + offer.provider(), name -> ranges.prices().quantile(chance.of("price " + name)));
        return designer.add(provider).multiply(HALF);
    }

    /** An accelerator is as fast as it turns out to be for everybody: the buyer's own measurements lie at the same place of their own band. */
    private static Workload demand(Workload workload, Chance chance, Ranges ranges) {
        Map<String, Spread> own = ranges.ownSpeeds().getOrDefault(workload.id(), new TreeMap<>());
        Workload demanded = ranges.demands().containsKey(workload.id())
                ? workload.demanding(Outcomes.factor(ranges.demands().get(workload.id()), chance.of("demand " + workload.id()))) : workload;
        return demanded.running(accelerator -> own.getOrDefault(accelerator, Spread.NONE).quantile(chance.of("speed " + accelerator)));
    }
}
