package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.cost.Housing;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Holding;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Room;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.Jurisdictions;
import dev.secondsource.profile.Site;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who stands behind an allocation, behind today's fleet and behind what could be bought instead, layer by layer. */
final class LookThrough {
    /** Names the buyer as the one who runs own machines. */
    private static final String OWN = "own";

    private final BuyerProfile buyer;
    private final Market market;
    private final ExchangeRates rates;
    private final Map<String, Offer> offers = new HashMap<>();

    LookThrough(BuyerProfile buyer, Market market, Policy policy, LocalDate asOf) {
        this.buyer = buyer;
        this.market = market;
        this.rates = new ExchangeRates(policy, market.rates(), asOf);
        for (Offer offer : market.offers()) offers.put(offer.id(), offer);
    }

    /** One exposure a layer, in the order of the layers. */
    List<Exposure> exposures(Allocation allocation, List<WorkloadDecision> answers) {
        Map<String, BigDecimal> weights = allocation.weights();
        List<Holding> after = holdings(allocation);
        List<Holding> before = fleet(weights);
        return Arrays.stream(Layer.values())
                .map(layer -> Exposure.of(layer, after, before, rooms(layer, answers, weights), entity -> isOwnSide(layer, entity), isLawNamed())).toList();
    }

    /** Cost says what a workload weighs; within it shares are of work, for it is work that stops in an outage. */
    List<Holding> holdings(Allocation allocation) {
        Map<String, BigDecimal> weights = allocation.weights();
        List<Holding> holdings = new ArrayList<>();
        for (Share share : allocation.shares())
            if (weights.containsKey(share.workload()))
                holdings.add(holding(weights.get(share.workload()).multiply(share.share()), accelerator(share), operator(offers.get(share.offer()))));
        return holdings;
    }

    /** Today's fleet under the same weights, so that a change is one of suppliers and not of weights. */
    private List<Holding> fleet(Map<String, BigDecimal> weights) {
        List<FleetItem> weighed = buyer.fleet().stream().filter(item -> weights.containsKey(item.workload())).toList();
        BigDecimal all = weighed.stream().map(item -> weights.get(item.workload()).multiply(item.share())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return List.of();
        return weighed.stream().map(item -> holding(Decimals.divide(weights.get(item.workload()).multiply(item.share()), all),
                market.accelerators().get(item.accelerator()), item.provider())).toList();
    }

    Accelerator accelerator(Share share) {
        return market.accelerator(offers.get(share.offer()).accelerator());
    }

    private static String operator(Offer offer) {
        return offer.pricing() == PricingKind.PURCHASE ? OWN : offer.provider();
    }

    Offer offer(Share share) {
        return offers.get(share.offer());
    }

    /** Who stands behind an offer at each layer; a layer without an entry is not disclosed. */
    Map<Layer, String> behind(Offer offer) {
        return behind(market.accelerator(offer.accelerator()), operator(offer));
    }

    String stack(Offer offer) {
        return market.accelerator(offer.accelerator()).stack();
    }

    /** Where machines that are bought would stand; null if the buyer has no site. */
    @Nullable Site site(Assessed candidate) {
        BigDecimal kilowatts = candidate.candidate().supply().powerKw();
        return Housing.choose(buyer, rates, market.accelerator(candidate.offer().accelerator()), kilowatts == null ? BigDecimal.ZERO : kilowatts);
    }

    private Holding holding(BigDecimal share, @Nullable Accelerator accelerator, String provider) {
        return new Holding(share, behind(accelerator, provider), accelerator == null ? List.of() : List.of(accelerator.evidence()));
    }

    /** @param accelerator null if the market does not know it */
    private Map<Layer, String> behind(@Nullable Accelerator accelerator, String provider) {
        Map<Layer, String> entities = new EnumMap<>(Layer.class);
        entities.put(Layer.PROVIDER, provider);
        if (accelerator != null) {
            entities.put(Layer.DESIGNER, accelerator.designer());
            entities.put(Layer.STACK, accelerator.stack());
            put(entities, Layer.FOUNDRY, accelerator.foundry());
            put(entities, Layer.MEMORY, accelerator.memoryMaker());
            put(entities, Layer.PACKAGING, accelerator.packager());
        }
        if (provider.equals(OWN)) put(entities, Layer.JURISDICTION, buyer.sites().isEmpty() ? null : buyer.sites().get(0).jurisdiction());
        else if (market.suppliers().containsKey(provider)) put(entities, Layer.JURISDICTION, market.supplier(provider).jurisdiction());
        return entities;
    }

    private static void put(Map<Layer, String> entities, Layer layer, @Nullable String entity) {
        if (entity != null) entities.put(layer, entity);
    }

    boolean isOwnSide(Layer layer, String entity) {
        if (layer == Layer.PROVIDER) return entity.equals(OWN);
        if (layer != Layer.JURISDICTION) return false;
        return buyer.sites().stream().anyMatch(site -> site.jurisdiction().equals(entity))
                || !buyer.jurisdictions().isEmpty() && Jurisdictions.cover(buyer.jurisdictions(), entity)
                || !buyer.operatorJurisdictions().isEmpty() && Jurisdictions.cover(buyer.operatorJurisdictions(), entity);
    }

    boolean isLawNamed() {
        return !buyer.jurisdictions().isEmpty() || !buyer.operatorJurisdictions().isEmpty();
    }

    /** Candidates that may carry work and have a price. */
    static Stream<Assessed> eligible(WorkloadDecision answer) {
        return answer.candidates().stream().filter(c -> c.cost() != null && c.verdict().verdict() != Verdict.REJECT);
    }

    /** Their designers, of all workloads together. */
    int eligibleDesigners(List<WorkloadDecision> answers) {
        return (int) answers.stream().flatMap(LookThrough::eligible).map(c -> market.accelerator(c.offer().accelerator()).designer()).distinct().count();
    }

    /** Whether the buyer runs this stack today. */
    boolean runs(String stack) {
        return buyer.engineering().stacks().contains(stack) || buyer.fleet().stream().map(item -> market.accelerators().get(item.accelerator()))
                .anyMatch(running -> running != null && running.stack().equals(stack));
    }

    /** What could carry each workload: accelerators, each as far as it is proven, with everybody at the layer who has it. */
    private List<Room> rooms(Layer layer, List<WorkloadDecision> answers, Map<String, BigDecimal> weights) {
        List<Room> rooms = new ArrayList<>();
        for (WorkloadDecision answer : answers) {
            if (!weights.containsKey(answer.workload().id())) continue;
            Map<String, BigDecimal> most = new TreeMap<>();
            Map<String, SortedSet<String>> entities = new TreeMap<>();
            eligible(answer).forEach(candidate -> {
                String accelerator = candidate.offer().accelerator();
                String entity = behind(market.accelerator(accelerator), operator(candidate.offer())).get(layer);
                BigDecimal cap = candidate.candidate().maturity().shareCap();
                if (entity == null || cap == null || cap.signum() == 0) return;
                most.merge(accelerator, cap, BigDecimal::max);
                entities.computeIfAbsent(accelerator, k -> new TreeSet<>()).add(entity);
            });
            rooms.add(new Room(weights.get(answer.workload().id()), most.keySet().stream().map(a -> new Room.Lot(most.get(a), entities.get(a))).toList()));
        }
        return rooms;
    }
}
