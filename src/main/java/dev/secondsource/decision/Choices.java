package dev.secondsource.decision;

import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.allocation.AllocationProblem;
import dev.secondsource.allocation.Allotment;
import dev.secondsource.allocation.Effort;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.Share;
import dev.secondsource.cost.WholeMachines;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the buyer may choose between, and how far: the eligible candidates and the policy's limits as a problem to solve. */
final class Choices {
    private static final String SMALLEST_SHARE = "div.smallest-share";
    private static final String COLD_COUNTS = "div.cold-second-source-counts";
    private static final String SMALL_SPEND = "div.small-buyer-spend";
    private static final String FOLLOWERS = "div.follower-share";
    private static final String MOST_PROVIDERS = "div.most-providers";
    private static final String GAP = "allocation.optimality-gap";
    private static final String MOST_PROGRAMS = "allocation.most-programs";
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
    private static final int WEIGHT_SCALE = 9;

    private final BuyerProfile buyer;
    private final LookThrough look;
    private final Policy policy;
    private final LocalDate asOf;

    Choices(BuyerProfile buyer, LookThrough look, Policy policy, LocalDate asOf) {
        this.buyer = buyer;
        this.asOf = asOf;
        this.look = look;
        this.policy = policy;
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(LayerBound.CAPS.values());
        keys.addAll(LayerBound.LINES.values());
        keys.addAll(Set.of(SMALLEST_SHARE, COLD_COUNTS, SMALL_SPEND, FOLLOWERS, MOST_PROVIDERS, GAP, MOST_PROGRAMS));
        return keys;
    }

    /** How hard to look, by the policy. */
    Effort effort(Scope scope) {
        return new Effort(policy.number(GAP).doubleValue(), policy.number(MOST_PROGRAMS).intValue(), scope.outOfTime(), scope.prices());
    }

    AllocationProblem of(List<WorkloadDecision> answers) {
        List<Allotment> allotments = new ArrayList<>();
        Map<String, String> maturityOrigins = new TreeMap<>();
        for (WorkloadDecision answer : answers) {
            List<Allotment> ofOne = answer.candidates().stream().flatMap(c -> allotment(answer.workload(), c, maturityOrigins).stream()).toList();
            if (ofOne.stream().anyMatch(Allotment::mayLead)) allotments.addAll(ofOne);
        }
        List<Work> works = works(answers, allotments);
        AllocationProblem open = AllocationProblem.over(buyer.currency(), works, allotments, List.of(), policy.number(SMALLEST_SHARE), paid(), finite(answers));
        return open.under(limits(open, maturityOrigins));
    }

    /** Limits, the budget aside, that shares of these answers' candidates break; what cannot be bought at all counts for nothing. */
    List<Limit> broken(List<WorkloadDecision> answers, List<Share> shares) {
        Map<Allotment, BigDecimal> held = new LinkedHashMap<>();
        for (WorkloadDecision answer : answers)
            for (Assessed candidate : answer.candidates())
                shares.stream().filter(s -> s.workload().equals(answer.workload().id()) && s.offer().equals(candidate.offer().id()) && s.share().signum() > 0)
                        .forEach(s -> allotment(answer.workload(), candidate, new TreeMap<>()).ifPresent(a -> held.merge(a, s.share(), BigDecimal::add)));
        return of(answers).broken(held);
    }

    private List<AllocationProblem.Paid> paid() {
        return buyer.commitments().stream().filter(c -> c.bindsOn(asOf)).map(c -> new AllocationProblem.Paid(c.offer(), c.accelerators(), c.perMonth())).toList();
    }

    /** Terms that hold for so many accelerators, with the offers that share them. */
    private static List<AllocationProblem.Finite> finite(List<WorkloadDecision> answers) {
        SortedMap<String, Set<String>> offers = new TreeMap<>();
        SortedMap<String, Integer> quantities = new TreeMap<>();
        answers.stream().flatMap(a -> a.candidates().stream()).map(Assessed::offer).filter(o -> o.quantity() != null).forEach(o -> {
            offers.computeIfAbsent(o.contracted().entry(), k -> new TreeSet<>()).add(o.id());
            quantities.put(o.contracted().entry(), o.quantity());
        });
        return offers.entrySet().stream().map(e -> new AllocationProblem.Finite(e.getKey(), e.getValue(), quantities.get(e.getKey()))).toList();
    }

    /** Workloads that nothing eligible and priced may lead. */
    static List<WorkloadDecision> withoutALeader(List<WorkloadDecision> answers, AllocationProblem problem) {
        return answers.stream().filter(a -> problem.works().stream().noneMatch(k -> k.id().equals(a.workload().id()))).toList();
    }

    /** The same choice where nothing spreads the work but one cap for every designer and provider. */
    AllocationProblem spreadTo(BigDecimal most, AllocationProblem problem) {
        List<Limit> limits = new ArrayList<>(problem.limits().stream().filter(l -> !l.spreads()).toList());
        for (Layer layer : List.of(Layer.DESIGNER, Layer.PROVIDER)) limits.addAll(caps(layer, most, "the frontier", problem));
        return problem.under(limits);
    }

    /** Further limits that could take away an objection of the review, each to be tried by itself and all together. */
    List<List<Limit>> remedies(List<Exposure> exposures) {
        List<Limit> single = new ArrayList<>();
        LayerBound.LINES.forEach((layer, line) -> {
            Exposure exposure = exposures.get(layer.ordinal());
            if (exposure.largestShare() != null && exposure.largestShare().compareTo(policy.number(line)) > 0 && exposure.choice())
                single.add(new Limit.LayerCap(layer, exposure.largest(), policy.number(line), line));
        });
        List<List<Limit>> all = new ArrayList<>(single.stream().map(List::of).toList());
        if (single.size() > 1) all.add(single);
        return all;
    }

    private Optional<Allotment> allotment(Workload workload, Assessed candidate, Map<String, String> maturityOrigins) {
        BigDecimal moving = candidate.candidate().porting().cost();
        if (candidate.cost() == null || candidate.verdict().verdict() == Verdict.REJECT || candidate.fit().accelerators() == null || moving == null) return Optional.empty();
        boolean owned = candidate.offer().pricing() == PricingKind.PURCHASE;
        int accelerators = candidate.fit().accelerators();
        WholeMachines machines = WholeMachines.of(workload.kind(), candidate.offer(), candidate.fit());
        Integer level = candidate.candidate().maturity().level();
        maturityOrigins.put(candidate.offer().accelerator(), level == null ? "no evidence of maturity" : "mat.share-cap-level-" + level);
        BigDecimal cap = candidate.candidate().maturity().shareCap();
        Site site = owned ? look.site(candidate) : null;
        BigDecimal power = candidate.candidate().supply().powerKw();
        return Optional.of(new Allotment(
                workload.id(),
                candidate.offer().id(),
                candidate.offer().accelerator(),
                new TreeMap<>(look.behind(candidate.offer())),
                candidate.rank(),
                // Without any evidence of maturity an offer carries nothing.
                cap == null ? BigDecimal.ZERO : cap,
                candidate.cost().perMonth(),
                accelerators,
                machines == null ? null : machines.count(),
                Money.of(moving, buyer.currency()).dividedBy(BigDecimal.valueOf(buyer.horizonMonths())),
                candidate.mayLead(),
                candidate.verdict().verdict() == Verdict.CONDITIONAL,
                look.runs(look.stack(candidate.offer())),
                site == null ? null : site.id(),
                owned && power != null ? power : BigDecimal.ZERO));
    }

    /** A workload weighs what it costs at least, so that its weight does not hang on what is chosen for it. */
    private static List<Work> works(List<WorkloadDecision> answers, List<Allotment> allotments) {
        SortedMap<String, BigDecimal> least = new TreeMap<>();
        for (Allotment a : allotments) if (a.mayLead()) least.merge(a.workload(), a.perMonth().amount(), BigDecimal::min);
        BigDecimal all = least.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        BigDecimal rest = BigDecimal.ONE;
        for (String id : least.keySet()) {
            BigDecimal weight = id.equals(least.lastKey()) ? rest : all.signum() == 0 ? BigDecimal.ZERO : least.get(id).divide(all, WEIGHT_SCALE, RoundingMode.HALF_EVEN);
            weights.put(id, Decimals.plain(weight));
            rest = rest.subtract(weight);
        }
        return answers.stream().map(a -> a.workload().id()).filter(weights::containsKey).map(id -> new Work(id, weights.get(id))).toList();
    }

    private List<Limit> limits(AllocationProblem open, Map<String, String> maturityOrigins) {
        List<Limit> limits = new ArrayList<>();
        if (buyer.budgetPerMonth() != null) limits.add(new Limit.Budget(buyer.budgetPerMonth().amount(), "budgetPerMonth"));
        for (Site site : buyer.sites().stream().sorted(Comparator.comparing(Site::id)).toList())
            if (open.allotments().stream().anyMatch(a -> site.id().equals(a.site()))) limits.add(new Limit.SitePower(site.id(), site.powerKw(), "sites." + site.id() + ".powerKw"));
        LayerBound.CAPS.forEach((layer, key) -> limits.addAll(caps(layer, policy.number(key), key, open)));
        limits.addAll(secondSources(open));
        limits.addAll(maturity(open, maturityOrigins));
        for (Work work : open.works().stream().sorted(Comparator.comparing(Work::id)).toList())
            if (open.allotments().stream().anyMatch(a -> a.workload().equals(work.id()) && !a.mayLead())) limits.add(new Limit.Followers(work.id(), policy.number(FOLLOWERS), FOLLOWERS));
        long providers = open.allotments().stream().map(Allotment::provider).distinct().count();
        if (providers > policy.number(MOST_PROVIDERS).longValue()) limits.add(new Limit.MostProviders(policy.number(MOST_PROVIDERS), MOST_PROVIDERS));
        return limits;
    }

    /** Caps of those who could pass them; the buyer's own side is nobody to depend on. */
    private List<Limit> caps(Layer layer, BigDecimal cap, String origin, AllocationProblem open) {
        if (layer == Layer.JURISDICTION && !look.isLawNamed()) return List.of();
        SortedMap<String, Set<String>> reach = new TreeMap<>();
        for (Allotment a : open.allotments()) {
            String entity = a.entities().get(layer);
            if (entity != null && !look.isOwnSide(layer, entity)) reach.computeIfAbsent(entity, k -> new TreeSet<>()).add(a.workload());
        }
        return reach.entrySet().stream()
                .filter(e -> open.works().stream().filter(w -> e.getValue().contains(w.id())).map(Work::weight).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(cap) > 0)
                .<Limit>map(e -> new Limit.LayerCap(layer, e.getKey(), cap, origin)).toList();
    }

    /** Of a small buyer an exit plan is asked instead. */
    private List<Limit> secondSources(AllocationProblem open) {
        BigDecimal least = open.works().stream().map(w -> open.allotments().stream().filter(a -> a.mayLead() && a.workload().equals(w.id()))
                .map(a -> a.perMonth().amount()).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (least.multiply(MONTHS_A_YEAR).compareTo(policy.number(SMALL_SPEND)) < 0) return List.of();
        return buyer.workloads().stream().sorted(Comparator.comparing(Workload::id)).filter(w -> w.criticalShare().signum() > 0 && open.works().stream().anyMatch(k -> k.id().equals(w.id())))
                .<Limit>map(w -> new Limit.SecondSource(w.id(), needed(w), policy.number(COLD_COUNTS), "workloads." + w.id() + ".criticalShare")).toList();
    }

    /** DIV-10: m ≥ k ÷ (1 + s). */
    static BigDecimal needed(Workload workload) {
        return Decimals.divide(workload.criticalShare(), BigDecimal.ONE.add(workload.surge()));
    }

    private static List<Limit> maturity(AllocationProblem open, Map<String, String> origins) {
        SortedMap<String, SortedMap<String, BigDecimal>> caps = new TreeMap<>();
        for (Allotment a : open.allotments())
            if (a.cap().compareTo(BigDecimal.ONE) < 0) caps.computeIfAbsent(a.workload(), k -> new TreeMap<>()).merge(a.accelerator(), a.cap(), BigDecimal::min);
        List<Limit> limits = new ArrayList<>();
        caps.forEach((workload, byAccelerator) -> byAccelerator.forEach((accelerator, cap) ->
                limits.add(new Limit.MaturityCap(workload, accelerator, cap, origins.get(accelerator)))));
        return limits;
    }
}
