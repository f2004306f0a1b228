package dev.secondsource.simulation;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.decision.Alternatives;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.Scope;
import dev.secondsource.decision.Watcher;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.Market;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Proportion;
import dev.secondsource.stress.Held;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Worlds drawn from what is plausible, each decided in full as if it were known on the day of the decision, and what the
 * answer comes to in each if it is kept instead.
 *
 * @param base the decision in the world as assumed
 * @param ranges what was drawn from
 * @param runs one a world, in the order of their numbers; at least one
 */
public record Simulation(Decision base, Ranges ranges, SimulationOptions options, List<Run> runs) {
    private static final String TIE = "ranking.tie-score";

    public Simulation {
        runs = List.copyOf(runs);
    }

    /** Policy keys it reads beyond those of the decision. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(Ranges.policyKeys());
        keys.add(Acceptability.policyKey());
        return keys;
    }

    /**
     * Draws worlds and decides in each.
     *
     * @param base the decision of this market and these rules, with at least one share
     * @throws InterruptedException if the thread is interrupted while worlds are still to be decided
     */
    public static Simulation of(Decision base, Market market, KnowledgeBase knowledge, Ranges ranges, SimulationOptions options, Watcher watcher) throws InterruptedException {
        Chance[] chances = Chance.of(options.seed(), options.runs());
        Held held = new Held(base, market);
        Set<String> before = broken(base, market, base);
        Runnable step = watcher.begin(options.runs());
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(options.threads(), options.runs()), Simulation::daemon);
        try {
            List<Future<Run>> pending = new ArrayList<>();
            for (int i = 0; i < chances.length; i++) {
                int number = i + 1;
                pending.add(executor.submit(() -> {
                    World world = World.drawn(chances[number - 1], ranges, base.profile(), market);
                    Run run = run(number, base, world, held, before, knowledge);
                    step.run();
                    return run;
                }));
            }
            List<Run> runs = new ArrayList<>();
            for (Future<Run> run : pending) runs.add(run.get());
            return new Simulation(base, ranges, options, runs);
        } catch (ExecutionException e) {
            throw new IllegalStateException("deciding in a drawn world", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "world");
        thread.setDaemon(true);
        return thread;
    }

    /** Keeps of a decision what is counted: some hundred whole ones would fill a small machine. */
    private static Run run(int number, Decision base, World world, Held held, Set<String> before, KnowledgeBase knowledge) {
        Decision then = DecisionMaker.decide(world.buyer(), world.market(), knowledge, base.asOf(), Scope.BRIEF).orThrow();
        Held.Month month = held.in(world.buyer(), world.market());
        Set<String> closed = new TreeSet<>(month.unknown());
        for (Share share : base.allocation().shares())
            if (share.share().signum() > 0 && candidate(then, share).findings().stream().anyMatch(f -> f.standsAgainst(Severity.BLOCKER))) closed.add(share.workload() + " <- " + share.offer());
        Set<String> limits = broken(then, world.market(), base);
        limits.removeAll(before);
        Money budget = base.profile().budgetPerMonth();
        boolean over = budget != null && base.allocation().perMonth().amount().compareTo(budget.amount()) <= 0 && month.perMonth().amount().compareTo(budget.amount()) > 0;
        return new Run(number, then.workloads().stream().map(w -> lead(w, then)).toList(), then.allocation().status(), then.allocation().total(),
                placed(then.allocation()).equals(placed(base.allocation())), month.total(), List.copyOf(closed), List.copyOf(limits), over, List.copyOf(then.brokenRules().keySet()));
    }

    private static Set<String> broken(Decision then, Market market, Decision base) {
        return Alternatives.broken(then, market, base.allocation().shares()).stream().map(Limit::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Assessed candidate(Decision decision, Share share) {
        return decision.workloads().stream().filter(w -> w.workload().id().equals(share.workload())).flatMap(w -> w.candidates().stream())
                .filter(c -> c.offer().id().equals(share.offer())).findFirst().orElseThrow();
    }

    private static Set<String> placed(Allocation allocation) {
        return allocation.shares().stream().map(Share::workload).collect(Collectors.toSet());
    }

    private static Run.Lead lead(WorkloadDecision workload, Decision decision) {
        Assessed winner = workload.winner().orElse(null);
        if (winner == null) return new Run.Lead(Optional.empty(), false);
        BigDecimal near = winner.score().value().subtract(decision.policy().number(TIE));
        boolean tied = workload.candidates().stream().anyMatch(c -> c.cost() != null && c.verdict().verdict() == winner.verdict().verdict()
                && !c.offer().accelerator().equals(winner.offer().accelerator()) && c.score().value().compareTo(near) > 0);
        return new Run.Lead(Acceptability.leading(workload), tied);
    }

    /** What leads a workload in how many worlds. */
    public Acceptability acceptability(int workload) {
        return Acceptability.of(runs.stream().map(r -> r.leads().get(workload).first()).toList(), Acceptability.leading(base.workloads().get(workload)), base.policy());
    }

    /** In how many worlds what leads a workload as assumed leads it too: the same offer, or nothing. */
    public Proportion keepsLeading(int workload) {
        Optional<String> assumed = id(Acceptability.leading(base.workloads().get(workload)));
        return share(r -> id(r.leads().get(workload).first()).equals(assumed));
    }

    private static Optional<String> id(Optional<Acceptability.First> first) {
        return first.map(f -> f.offer().id());
    }

    /** In how many worlds the lead of a workload is a tie with another accelerator. */
    public Proportion tied(int workload) {
        return share(r -> r.leads().get(workload).tied());
    }

    /** In how many worlds something is so. */
    public Proportion share(Predicate<Run> so) {
        return new Proportion((int) runs.stream().filter(so).count(), runs.size());
    }

    /** In how many worlds the allocation stands how. */
    public SortedMap<Allocation.Status, Proportion> statuses() {
        SortedMap<Allocation.Status, Proportion> statuses = new TreeMap<>();
        for (Allocation.Status status : Allocation.Status.values()) statuses.put(status, share(r -> r.status() == status));
        return statuses;
    }

    /** Runs whose two costs can be subtracted. */
    public List<Run> comparable() {
        return runs.stream().filter(Run::comparable).toList();
    }

    /** Of these, runs in which the answer may still be had as it is. */
    public List<Run> held() {
        return runs.stream().filter(r -> r.comparable() && r.holds()).toList();
    }
}
