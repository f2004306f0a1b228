package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.exposure.CommonCause;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Holding;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.exposure.Quadrant;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks an allocation through to its layers and asks the review rules about it. */
final class Reviewing {
    /** Names the buyer as the one who runs own machines. */
    private static final String OWN = "own";
    private static final String FTE_PER_STACK = "div.engineers-per-stack";
    private static final String MOST_STACKS = "div.most-stacks";
    private static final String HIGH_IMPACT = "kra.high-impact-share";
    private static final String FEW_DESIGNERS = "kra.few-designers";
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

    private final BuyerProfile buyer;
    private final Market market;
    private final Policy policy;
    private final Map<String, Offer> offers = new HashMap<>();

    Reviewing(BuyerProfile buyer, Market market, Policy policy) {
        this.buyer = buyer;
        this.market = market;
        this.policy = policy;
        for (Offer offer : market.offers()) offers.put(offer.id(), offer);
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(CommonCause.policyKeys());
        keys.addAll(Set.of(FTE_PER_STACK, MOST_STACKS, HIGH_IMPACT, FEW_DESIGNERS));
        return keys;
    }

    Review review(Allocation allocation, List<WorkloadDecision> answers, KnowledgeBase knowledge) {
        List<Holding> after = holdings(allocation);
        List<Holding> before = fleet();
        Map<Layer, Set<String>> eligible = eligible(answers);
        List<Exposure> exposures = new ArrayList<>();
        for (Layer layer : Layer.values()) exposures.add(Exposure.of(layer, after, before, eligible.get(layer)));
        Portfolio portfolio = portfolio(allocation, answers, exposures, after, eligible);
        List<Subject> subjects = new ArrayList<>(exposures);
        subjects.add(portfolio);
        Judgement judgement = knowledge.judge(subjects, policy, Stage.REVIEW);
        List<Finding> findings = judgement.findings().stream()
                .sorted(java.util.Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::rule).thenComparing(Finding::subject)).toList();
        return new Review(exposures, portfolio, findings, judgement.states(), judgement.broken());
    }

    private List<Holding> holdings(Allocation allocation) {
        List<Holding> holdings = new ArrayList<>();
        if (!allocation.perMonth().isPositive()) return holdings;
        for (Share share : allocation.shares()) {
            Offer offer = offers.get(share.offer());
            holdings.add(new Holding(share.perMonth().ratioTo(allocation.perMonth()), behind(market.accelerator(offer.accelerator()),
                    offer.pricing() == PricingKind.PURCHASE ? OWN : offer.provider())));
        }
        return holdings;
    }

    /** Today's fleet; every workload with a fleet weighs the same. */
    private List<Holding> fleet() {
        List<FleetItem> known = buyer.fleet().stream().filter(item -> market.accelerators().containsKey(item.accelerator())).toList();
        BigDecimal all = known.stream().map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return List.of();
        return known.stream().map(item -> new Holding(Decimals.divide(item.share(), all), behind(market.accelerator(item.accelerator()), item.provider()))).toList();
    }

    private Map<Layer, String> behind(Accelerator accelerator, String provider) {
        Map<Layer, String> entities = new EnumMap<>(Layer.class);
        entities.put(Layer.DESIGNER, accelerator.designer());
        entities.put(Layer.PROVIDER, provider);
        put(entities, Layer.FOUNDRY, accelerator.foundry());
        put(entities, Layer.MEMORY, accelerator.memoryMaker());
        put(entities, Layer.PACKAGING, accelerator.packager());
        entities.put(Layer.STACK, accelerator.stack());
        if (provider.equals(OWN)) entities.put(Layer.JURISDICTION, buyer.sites().isEmpty() ? OWN : buyer.sites().get(0).jurisdiction());
        else if (market.suppliers().containsKey(provider)) entities.put(Layer.JURISDICTION, market.supplier(provider).jurisdiction());
        return entities;
    }

    private static void put(Map<Layer, String> entities, Layer layer, @Nullable String entity) {
        if (entity != null) entities.put(layer, entity);
    }

    private Map<Layer, Set<String>> eligible(List<WorkloadDecision> answers) {
        Map<Layer, Set<String>> eligible = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) eligible.put(layer, new TreeSet<>());
        for (WorkloadDecision answer : answers)
            for (Assessed candidate : answer.candidates())
                if (candidate.cost() != null && candidate.verdict().verdict() != Verdict.REJECT)
                    behind(market.accelerator(candidate.offer().accelerator()), candidate.offer().pricing() == PricingKind.PURCHASE ? OWN : candidate.offer().provider())
                            .forEach((layer, entity) -> eligible.get(layer).add(entity));
        return eligible;
    }

    private Portfolio portfolio(Allocation allocation, List<WorkloadDecision> answers, List<Exposure> exposures, List<Holding> holdings, Map<Layer, Set<String>> eligible) {
        Exposure designers = exposures.get(Layer.DESIGNER.ordinal());
        Exposure foundries = exposures.get(Layer.FOUNDRY.ordinal());
        List<Layer> shared = sharedByTheTwoLargest(holdings, designers);
        int stacks = exposures.get(Layer.STACK.ordinal()).shares().size();
        BigDecimal illusion = designers.effectiveNumber() == null || foundries.effectiveNumber() == null ? null
                : designers.effectiveNumber().subtract(foundries.effectiveNumber());
        List<Share> committed = allocation.shares().stream().filter(s -> offers.get(s.offer()).pricing() == PricingKind.COMMITTED).toList();
        Optional<Integer> cheaper = answers.stream().flatMap(a -> a.candidates().stream()).filter(c -> c.candidate().incumbent())
                .map(c -> c.candidate().standing().cheaperDesigners()).filter(Objects::nonNull).max(Integer::compare);
        return new Portfolio(
                buyer.currency().getCurrencyCode(),
                !holdings.isEmpty(),
                designers.shares().size(),
                exposures.get(Layer.PROVIDER.ordinal()).shares().size(),
                stacks,
                affordableStacks(),
                designers.largestShare() == null ? null : BigDecimal.ONE.subtract(designers.largestShare()),
                needed(allocation),
                designers.effectiveNumber(),
                foundries.effectiveNumber(),
                illusion,
                designers.shares().size() < 2 ? null : shared.size(),
                shared.stream().map(Layer::words).toList(),
                designers.shares().size() < 2 ? null : CommonCause.bothFail(shared, policy),
                allocation.perMonth().times(MONTHS_A_YEAR).amount(),
                exitPlans(allocation),
                quadrant(eligible.get(Layer.DESIGNER).size()),
                eligible.get(Layer.DESIGNER).size(),
                cheaper.orElse(null),
                endingTogether(committed),
                !committed.isEmpty());
    }

    /** DIV-15: one stack, and one more for every so many engineers. */
    private int affordableStacks() {
        int more = buyer.engineering().mlPlatformFte().divide(policy.number(FTE_PER_STACK), 0, RoundingMode.DOWN).intValue();
        return Math.min(1 + more, policy.number(MOST_STACKS).intValue());
    }

    /** DIV-10, m ≥ k ÷ (1 + s): what must live outside the largest designer to carry critical work, by spend. */
    private BigDecimal needed(Allocation allocation) {
        if (!allocation.perMonth().isPositive()) return BigDecimal.ZERO;
        BigDecimal needed = BigDecimal.ZERO;
        for (Workload workload : buyer.workloads()) {
            BigDecimal weight = allocation.shares().stream().filter(s -> s.workload().equals(workload.id()))
                    .map(s -> s.perMonth().ratioTo(allocation.perMonth())).reduce(BigDecimal.ZERO, BigDecimal::add);
            needed = needed.add(weight.multiply(Decimals.divide(workload.criticalShare(), BigDecimal.ONE.add(workload.surge()))));
        }
        return Decimals.plain(needed.round(Decimals.PRECISION));
    }

    private static List<Layer> sharedByTheTwoLargest(List<Holding> holdings, Exposure designers) {
        List<String> two = designers.shares().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(2).map(Map.Entry::getKey).toList();
        if (two.size() < 2) return List.of();
        Map<Layer, String> first = largestOf(holdings, two.get(0));
        Map<Layer, String> second = largestOf(holdings, two.get(1));
        List<Layer> shared = new ArrayList<>();
        for (Layer layer : Layer.values()) if (first.containsKey(layer) && first.get(layer).equals(second.get(layer))) shared.add(layer);
        return shared;
    }

    private static Map<Layer, String> largestOf(List<Holding> holdings, String designer) {
        return holdings.stream().filter(h -> designer.equals(h.entities().get(Layer.DESIGNER))).max(java.util.Comparator.comparing(Holding::share)).orElseThrow().entities();
    }

    private @Nullable Boolean exitPlans(Allocation allocation) {
        Boolean all = true;
        for (String provider : new TreeSet<>(allocation.shares().stream().filter(s -> offers.get(s.offer()).pricing() != PricingKind.PURCHASE).map(Share::provider).toList())) {
            Boolean plan = buyer.contractWith(provider).exitPlan();
            if (Boolean.FALSE.equals(plan)) return false;
            if (plan == null) all = null;
        }
        return all;
    }

    private @Nullable Quadrant quadrant(int eligibleDesigners) {
        if (buyer.computeShareOfCost() == null) return null;
        boolean impact = buyer.computeShareOfCost().compareTo(policy.number(HIGH_IMPACT)) >= 0;
        boolean risk = eligibleDesigners < policy.number(FEW_DESIGNERS).intValue();
        return impact ? risk ? Quadrant.STRATEGIC : Quadrant.LEVERAGE : risk ? Quadrant.BOTTLENECK : Quadrant.NON_CRITICAL;
    }

    /** DIV-16: commitments signed together end together if their terms are within half a year of each other. */
    private @Nullable BigDecimal endingTogether(List<Share> committed) {
        BigDecimal all = committed.stream().map(s -> s.perMonth().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return null;
        Map<Integer, BigDecimal> byHalfYear = new TreeMap<>();
        for (Share share : committed) byHalfYear.merge(offers.get(share.offer()).termMonths() / 6, share.perMonth().amount(), BigDecimal::add);
        return Decimals.divide(byHalfYear.values().stream().max(BigDecimal::compareTo).orElseThrow(), all);
    }
}
