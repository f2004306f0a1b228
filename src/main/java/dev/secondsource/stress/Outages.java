package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.exposure.CommonCause;
import dev.secondsource.exposure.Layer;
import dev.secondsource.market.Market;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How much work outages of designers may leave unserved within a year. */
final class Outages {
    private static final String PROBABILITY = "div.outage-probability";
    private static final String NOTHING_SHARED = "div.beta-none";
    private static final String MONTHS = "stress.outage-months";
    private static final String ENUMERATED = "stress.enumerated-causes";
    private static final String DRAWS = "stress.draws";
    private static final double MONTHS_A_YEAR = 12;
    /** Two-sided 95 % of the normal distribution. */
    private static final double Z95 = 1.959964;

    private static final double SAME = 1e-9;

    private final Decision base;
    private final Market market;
    private final Holdings holdings;
    private final Terms terms;
    private final Policy policy;
    private final StressOptions options;

    Outages(Decision base, Market market, Holdings holdings, Terms terms, StressOptions options) {
        this.base = base;
        this.market = market;
        this.holdings = holdings;
        this.terms = terms;
        this.policy = base.policy();
        this.options = options;
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(CommonCause.policyKeys());
        keys.addAll(Set.of(PROBABILITY, MONTHS, ENUMERATED, DRAWS));
        return keys;
    }

    OutageRisk of(Allocation allocation) {
        List<Holdings.Held> held = holdings.of(allocation);
        List<String> sources = sources(held);
        double p = policy.real(PROBABILITY);
        List<OutageEvent> events = OutageEvent.of(sources, groups(held, sources), p);
        OutageStates states = events.size() <= policy.number(ENUMERATED).intValue() ? OutageStates.enumerated(events)
                : OutageStates.drawn(events, options.seed(), options.drawn().orElse(policy.number(DRAWS).intValue()));
        double severity = policy.real(MONTHS) / MONTHS_A_YEAR;
        List<Burden> burdens = terms.workloads().values().stream().map(w -> burden(w, held, sources)).toList();
        LossDistribution unserved = distribution(states, failed -> severity * sum(burdens, b -> b.weight * b.unserved(failed)));
        LossDistribution critical = distribution(states, failed -> severity * sum(burdens, b -> b.weight * b.criticalUnserved(failed)));
        LossDistribution penalty = distribution(states, failed -> policy.real(MONTHS) * sum(burdens, b -> b.monthWorth * b.criticalUnserved(failed)));
        LossDistribution breach = distribution(states, failed -> burdens.stream().anyMatch(b -> b.criticalUnserved(failed) > 0) ? 1 : 0);
        double all = terms.critical().doubleValue();
        int draws = states.draws();
        return new OutageRisk(
                sources,
                events.stream().map(e -> new OutageRisk.Cause(e.name(), Decimals.of(e.probability()), named(e.takes(), sources))).toList(),
                draws,
                draws == 0 ? null : options.seed(),
                estimate(unserved.mean(), unserved.errorOfMean(draws), draws),
                Decimals.of(unserved.deviation()),
                all == 0 ? null : estimate(critical.mean() / all, critical.errorOfMean(draws) / all, draws),
                Money.of(Decimals.of(penalty.mean()), base.profile().currency()).toCents(),
                all == 0 ? null : estimate(breach.mean(), breach.errorOfMean(draws), draws),
                cvar(unserved, 0.90, draws),
                cvar(unserved, 0.95, draws),
                cvar(unserved, 0.99, draws),
                note(sources, states, unserved, p, severity));
    }

    private static OutageRisk.Estimate cvar(LossDistribution loss, double alpha, int draws) {
        return estimate(loss.cvar(alpha), loss.errorOfCvar(alpha, draws), draws);
    }

    private static OutageRisk.Estimate estimate(double value, double error, int draws) {
        return new OutageRisk.Estimate(Decimals.of(value), draws == 0 ? null : Decimals.of(Z95 * error));
    }

    /** If all sources fail together in more than a twentieth of all years, the worst twentieth looks like one source. */
    static @Nullable String note(List<String> sources, OutageStates states, LossDistribution unserved, double p, double severity) {
        LossDistribution single = new LossDistribution(List.of(new LossDistribution.Atom(severity, p), new LossDistribution.Atom(0, 1 - p)));
        boolean blind = sources.size() > 1 && Math.abs(unserved.cvar(0.95) - single.cvar(0.95)) < SAME && Math.abs(unserved.cvar(0.90) - single.cvar(0.90)) > SAME;
        if (!blind) return null;
        double together = states.probabilities().getOrDefault((1L << sources.size()) - 1, 0.0);
        if (sources.size() == 2 && p * p > 0.05)
            return "CVaR95 cannot see the second source here: two independent sources still fail together in " + percent(p * p) + " % of years, more than 5 %"
                    + (together - p * p > SAME ? "; these, for what they share, in " + percent(together) + " %." : ".");
        return "CVaR95 cannot see the second source here: for what they share, the " + sources.size() + " sources still fail together in " + percent(together)
                + " % of years, more than 5 %.";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    /** Largest first. */
    private static List<String> sources(List<Holdings.Held> held) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        held.forEach(h -> weights.merge(h.accelerator().designer(), h.weight(), BigDecimal::add));
        return weights.entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).toList();
    }

    /** Who shares what, by the largest share of each designer; and what nobody has thought of, which all share. */
    private List<OutageEvent.Group> groups(List<Holdings.Held> held, List<String> sources) {
        Map<String, Long> members = new LinkedHashMap<>();
        Map<String, Double> betas = new LinkedHashMap<>();
        for (Layer layer : new TreeSet<>(CommonCause.layers())) {
            for (int i = 0; i < sources.size(); i++) {
                String entity = behind(largest(held, sources.get(i)), layer);
                if (entity == null) continue;
                String name = layer.words() + " " + entity;
                members.merge(name, 1L << i, (a, b) -> a | b);
                betas.put(name, policy.real("div.beta-" + layer.name().toLowerCase(Locale.ROOT)));
            }
        }
        List<OutageEvent.Group> groups = new ArrayList<>();
        members.forEach((name, who) -> groups.add(new OutageEvent.Group(name, who, betas.get(name))));
        groups.add(new OutageEvent.Group("a cause nobody has thought of", (1L << sources.size()) - 1, policy.real(NOTHING_SHARED)));
        return groups;
    }

    private static Holdings.Held largest(List<Holdings.Held> held, String designer) {
        return held.stream().filter(h -> h.accelerator().designer().equals(designer)).max(Comparator.comparing(Holdings.Held::weight)).orElseThrow();
    }

    private @Nullable String behind(Holdings.Held held, Layer layer) {
        return switch (layer) {
            case DESIGNER -> held.accelerator().designer();
            case PROVIDER -> held.operator();
            case FOUNDRY -> held.accelerator().foundry();
            case MEMORY -> held.accelerator().memoryMaker();
            case PACKAGING -> held.accelerator().packager();
            case STACK -> held.accelerator().stack();
            case JURISDICTION -> !held.operator().equals(Selector.OWN) ? market.supplier(held.operator()).jurisdiction()
                    : base.profile().sites().isEmpty() ? null : base.profile().sites().get(0).jurisdiction();
        };
    }

    private static List<String> named(long who, List<String> sources) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) if ((who >> i & 1) == 1) names.add(sources.get(i));
        return names;
    }

    /**
     * One workload.
     *
     * @param shares of each source, in their order
     */
    record Burden(double weight, double monthWorth, double critical, double surge, double[] shares) {
        private double served(long failed) {
            double left = 0;
            double all = 0;
            for (int i = 0; i < shares.length; i++) {
                all += shares[i];
                if ((failed >> i & 1) == 0) left += shares[i];
            }
            return left >= all ? 1 : Math.min(1, left * (1 + surge));
        }

        double unserved(long failed) {
            return 1 - served(failed);
        }

        double criticalUnserved(long failed) {
            double missing = critical - served(failed);
            return missing > SAME ? missing : 0;
        }
    }

    private Burden burden(Workload workload, List<Holdings.Held> held, List<String> sources) {
        double[] shares = new double[sources.size()];
        for (Holdings.Held h : held)
            if (h.share().workload().equals(workload.id())) shares[sources.indexOf(h.accelerator().designer())] += h.share().share().doubleValue();
        return new Burden(terms.weights().get(workload.id()).doubleValue(), terms.monthWorth().get(workload.id()).amount().doubleValue(),
                workload.criticalShare().doubleValue(), workload.surge().doubleValue(), shares);
    }

    private static double sum(List<Burden> burdens, ToDoubleFunction<Burden> part) {
        return burdens.stream().mapToDouble(part).sum();
    }

    interface Damage {
        double of(long failed);
    }

    static LossDistribution distribution(OutageStates states, Damage damage) {
        List<LossDistribution.Atom> atoms = new ArrayList<>();
        states.probabilities().forEach((failed, probability) -> atoms.add(new LossDistribution.Atom(damage.of(failed), probability)));
        return new LossDistribution(atoms);
    }
}
