package dev.secondsource.report;

import dev.secondsource.decision.Decision;
import dev.secondsource.simulation.Percentiles;
import dev.secondsource.simulation.Ranges;
import dev.secondsource.simulation.Run;
import dev.secondsource.simulation.Simulation;
import dev.secondsource.simulation.Spread;
import java.util.List;
import java.util.stream.IntStream;

/** A simulation as data, every run of it included. */
public final class SimulationRecord {
    /** Value of the record's {@code schema}. */
    public static final String SCHEMA = "simulation/1";

    private static final String LOGNORMAL = "lognormal on either side of the median";

    private SimulationRecord() {}

    /** @return JSON, ended by a line feed */
    public static String of(Simulation simulation) {
        Decision base = simulation.base();
        return Json.object(json -> {
            json.text("schema", SCHEMA).text("profile", base.profile().id()).text("asOf", base.asOf());
            json.text("profileSha256", base.inputs().profileSha256()).text("marketSha256", base.inputs().marketSha256())
                    .text("rulesSha256", base.inputs().rulesSha256()).text("policySha256", base.inputs().policySha256());
            json.text("seed", simulation.options().seed()).count("runs", simulation.runs().size());
            json.object("ranges", j -> ranges(j, simulation.ranges()));
            json.objects("workloads", IntStream.range(0, base.workloads().size()).boxed().toList(), w -> {
                json.text("workload", base.workloads().get(w).workload().id());
                json.line("keepsLeading", simulation.keepsLeading(w), p -> Firsts.proportion(json, p));
                json.line("tied", simulation.tied(w), p -> Firsts.proportion(json, p));
                Firsts.json(json, simulation.acceptability(w));
            });
            json.text("statusAsAssumed", base.allocation().status());
            json.lines("statuses", simulation.statuses().entrySet(), e -> Firsts.proportion(json.text("status", e.getKey()), e.getValue()));
            json.line("cannotBeKept", simulation.share(r -> !r.holds()), p -> Firsts.proportion(json, p));
            json.line("keptBreaksALimit", simulation.share(r -> r.holds() && !r.brokenLimits().isEmpty()), p -> Firsts.proportion(json, p));
            json.money("asAssumedPerMonth", base.allocation().total());
            percentiles(json, "decidedPerMonth", simulation.comparable(), Run::decided);
            percentiles(json, "keptPerMonth", simulation.held(), Run::held);
            percentiles(json, "regretPerMonth", simulation.held(), Run::regret);
            json.lines("worlds", simulation.runs(), r -> {
                json.count("run", r.number()).text("status", r.status()).text("decided", Amounts.exact(r.decided())).text("kept", Amounts.exact(r.held()))
                        .flag("comparable", r.comparable()).flag("keptPossible", r.holds()).texts("closed", r.closed()).flag("overBudget", r.overBudget()).texts("limitsBroken", r.brokenLimits()).texts("brokenRules", r.brokenRules());
                json.lines("leads", IntStream.range(0, r.leads().size()).boxed().toList(), w -> json.text("workload", base.workloads().get(w).workload().id())
                        .text("offer", r.leads().get(w).first().map(f -> f.offer().id()).orElse(null)).flag("tied", r.leads().get(w).tied()));
            });
        });
    }

    private static void ranges(Json json, Ranges ranges) {
        json.line("prices", ranges.prices(), s -> spread(json, s));
        json.lines("demands", ranges.demands().entrySet(), e -> json.text("workload", e.getKey()).text("distribution", LOGNORMAL).decimal("p10", e.getValue().p10()).decimal("p50", e.getValue().p50()).decimal("p90", e.getValue().p90()));
        json.lines("speeds", ranges.speeds().entrySet(), e -> spread(json.text("accelerator", e.getKey()), e.getValue()));
        json.lines("ownSpeeds", ranges.ownSpeeds().entrySet().stream().flatMap(w -> w.getValue().entrySet().stream().map(a -> List.of(w.getKey(), a.getKey()))).toList(),
                k -> spread(json.text("workload", k.get(0)).text("accelerator", k.get(1)), ranges.ownSpeeds().get(k.get(0)).get(k.get(1))));
        json.lines("leadWeeks", ranges.leads().entrySet(), e -> json.text("supplier", e.getKey()).text("distribution", LOGNORMAL).decimal("p50", e.getValue().p50()).decimal("p90", e.getValue().p90()).text("statedFor", e.getValue().part()));
        json.texts("leadWeeksUnknown", ranges.unknownLeads());
    }

    private static void spread(Json json, Spread spread) {
        json.text("distribution", "triangular").decimal("least", spread.least()).text("likeliest", "1").decimal("most", spread.most());
    }

    private static void percentiles(Json json, String name, List<Run> runs, java.util.function.Function<Run, dev.secondsource.quantity.Money> amount) {
        json.line(name, runs.isEmpty() ? null : Percentiles.of(runs.stream().map(amount).toList()), p -> json.count("worlds", runs.size()).text("p10", Amounts.exact(p.p10())).text("p50", Amounts.exact(p.p50()))
                .text("p90", Amounts.exact(p.p90())).text("mean", Amounts.exact(p.mean())).text("currency", p.mean().currency().getCurrencyCode()));
    }
}
