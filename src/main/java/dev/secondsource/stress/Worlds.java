package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.Scope;
import dev.secondsource.decision.Watcher;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The scenarios of one buyer and market, each decided once, so that any number of allocations can be put through them.
 * What a scenario costs to make is a decision or two; what an allocation costs to try in it is next to nothing. It keeps
 * what it has decided and is for one thread.
 */
public final class Worlds {
    private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

    private final BuyerProfile buyer;
    private final Market market;
    private final KnowledgeBase knowledge;
    private final Decision base;
    private final Scenarios scenarios;
    private final Applying applying;
    private final Map<List<Change>, Checked<Seen>> decided = new HashMap<>();
    private final Map<Scenario, Outlook> outlooks = new HashMap<>();
    private final Map<String, Assessed> candidates;
    final Terms terms;
    final Holdings holdings;
    final Consequences consequences;
    final Binding binding;

    private Worlds(BuyerProfile buyer, Market market, KnowledgeBase knowledge, Decision base, Scenarios scenarios) {
        this.buyer = buyer;
        this.market = market;
        this.knowledge = knowledge;
        this.base = base;
        this.scenarios = scenarios;
        this.applying = new Applying(base);
        this.candidates = Seen.candidates(base);
        Bill bill = new Bill(base);
        this.terms = Terms.of(base, bill, market.rates());
        Market seen = market.visibleAt(base.asOf());
        this.holdings = new Holdings(buyer, seen, terms.weights());
        this.consequences = new Consequences(base, bill, holdings, terms, seen);
        this.binding = new Binding(holdings, seen, base.asOf());
        decided.put(List.of(), Checked.of(Seen.of(base, base)));
    }

    /**
     * @param base the decision of this buyer on this market, in the world as assumed
     * @return problems if nothing is allocated, or if a scenario sets a policy value that there is not
     */
    public static Checked<Worlds> of(BuyerProfile buyer, Market market, KnowledgeBase knowledge, Decision base, Scenarios scenarios) {
        if (!buyer.equals(base.profile())) throw new IllegalArgumentException("the base decision is of another profile than " + buyer.id());
        if (base.allocation().shares().isEmpty())
            return Checked.wrong(Problem.in(buyer.id(), "nothing is allocated, so there is nothing to put under stress", "see what excludes every candidate with \"explain\""));
        Worlds worlds = new Worlds(buyer, market, knowledge, base, scenarios);
        List<Problem> problems = new ArrayList<>();
        for (Scenario scenario : scenarios.list())
            if (scenario.changes().stream().anyMatch(Change.PolicySetting.class::isInstance))
                problems.addAll(worlds.decide(scenario.changes().stream().filter(Change.PolicySetting.class::isInstance).toList()).problems().stream()
                        .map(p -> new Problem("scenario " + scenario.id(), null, p.path(), p.what(), p.mend())).toList());
        return problems.isEmpty() ? Checked.of(worlds) : Checked.wrong(problems);
    }

    /**
     * The largest regret of each of several allocations over all scenarios, each against the best of the others, in the
     * same order: to break a tie between allocations of like cost.
     *
     * @param allocations of the workloads that the base decision gives shares to; candidates of that decision, with a cost
     * @throws IllegalArgumentException if one of them cannot be compared; {@link #whyNotCompared} says why
     */
    public List<Money> largestRegrets(List<Allocation> allocations) {
        for (Allocation allocation : allocations)
            whyNotCompared(allocation).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
        List<NamedPortfolio> portfolios = allocations.stream().map(a -> new NamedPortfolio("", "", a)).toList();
        List<List<Money>> losses = new ArrayList<>();
        List<Scenario> bound = scenarios.list().stream().flatMap(s -> binding.bound(s, portfolios).stream()).toList();
        for (Scenario scenario : bound) losses.add(losses(scenario, portfolios).stream().map(Loss::total).toList());
        return Regret.largest(losses);
    }

    /** Why an allocation cannot be put beside the decision's own, in words; empty if it can. */
    public Optional<String> whyNotCompared(Allocation allocation) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Share share : allocation.shares()) {
            sums.merge(share.workload(), share.share(), BigDecimal::add);
            Assessed candidate = candidates.get(Seen.key(share));
            if (candidate == null || candidate.cost() == null) return Optional.of("no cost is known of " + share.workload() + " on " + share.offer());
        }
        for (String workload : terms.workloads().keySet())
            if (sums.getOrDefault(workload, BigDecimal.ZERO).subtract(BigDecimal.ONE).abs().compareTo(ROUNDING) > 0)
                return Optional.of("it does not carry all of " + workload);
        return sums.keySet().stream().filter(w -> !terms.workloads().containsKey(w)).findFirst().map(w -> "the decision itself gives no share to " + w);
    }

    List<Loss> losses(Scenario scenario, List<NamedPortfolio> portfolios) {
        Outlook outlook = outlooks.computeIfAbsent(scenario, this::outlook);
        return portfolios.stream().map(p -> consequences.of(p.allocation(), outlook)).toList();
    }

    private Outlook outlook(Scenario scenario) {
        return new Outlook(scenario, decide(List.of()).orThrow(), decide(notPhysical(scenario)).orThrow(), decide(notPriced(scenario)).orThrow());
    }

    private static List<Change> notPhysical(Scenario scenario) {
        return scenario.changes().stream().filter(c -> !c.isPhysical()).toList();
    }

    private static List<Change> notPriced(Scenario scenario) {
        return notPhysical(scenario).stream().filter(c -> !(c instanceof Change.Price)).toList();
    }

    /** What would be decided in a scenario. */
    Answer answer(Scenario scenario) {
        return decide(scenario.changes()).orThrow().answer();
    }

    /** Decides what the losses and the answers of scenarios need, on as many threads as there are processors. */
    void prepare(List<Scenario> bound, Watcher watcher) {
        Set<List<Change>> wanted = new LinkedHashSet<>();
        for (Scenario scenario : bound) wanted.addAll(List.of(scenario.changes(), notPhysical(scenario), notPriced(scenario)));
        wanted.removeAll(decided.keySet());
        wanted.removeIf(this::isAsAssumed);
        if (wanted.isEmpty()) return;
        Runnable step = watcher.begin(wanted.size());
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(wanted.size(), Runtime.getRuntime().availableProcessors()), Worlds::daemon);
        try {
            Map<List<Change>, CompletableFuture<Checked<Seen>>> pending = new LinkedHashMap<>();
            for (List<Change> changes : wanted) pending.put(changes, CompletableFuture.supplyAsync(() -> decision(changes), executor).whenComplete((seen, failure) -> step.run()));
            pending.forEach((changes, future) -> decided.put(changes, future.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "scenario");
        thread.setDaemon(true);
        return thread;
    }

    private Checked<Seen> decide(List<Change> changes) {
        Checked<Seen> before = decided.get(changes);
        if (before == null) {
            before = isAsAssumed(changes) ? decided.get(List.of()) : decision(changes);
            decided.put(changes, before);
        }
        return before;
    }

    /** Some changes change nothing for some buyers: a licence that they do not have. */
    private boolean isAsAssumed(List<Change> changes) {
        Applying.World world = applying.apply(changes, new Applying.World(buyer, market));
        return world.buyer().equals(buyer) && world.market().equals(market);
    }

    private Checked<Seen> decision(List<Change> changes) {
        Applying.World world = applying.apply(changes, new Applying.World(buyer, market));
        return DecisionMaker.decide(world.buyer(), world.market(), knowledge, base.asOf(), Scope.BRIEF).then(d -> Checked.of(Seen.of(d, base)));
    }
}
