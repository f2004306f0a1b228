package dev.secondsource.report;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.stress.Answer;
import dev.secondsource.stress.Loss;
import dev.secondsource.stress.OutageRisk;
import dev.secondsource.stress.OutageRisk.Estimate;
import dev.secondsource.stress.Stress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stress test as JSON, {@code stress-record/1}: what it rests on, all scenarios with their numbers and sources, every
 * loss. Money and ratios are decimal strings; the same test gives the same bytes.
 */
public final class StressRecord {
    /** Value of the record's {@code schema}; a record that older readers would misread gets a new one. */
    public static final String SCHEMA = "stress-record/1";

    /** The JSON Schema (2020-12) of the record, on the class path. */
    public static final String SCHEMA_RESOURCE = "/record/stress-record.schema.json";

    private final Stress stress;
    private final Json json;

    private StressRecord(Stress stress, Json json) {
        this.stress = stress;
        this.json = json;
    }

    /** @param notes what else a reader must know */
    public static String of(Stress stress, List<String> notes) {
        return Json.object(json -> new StressRecord(stress, json).write(notes));
    }

    private void write(List<String> notes) {
        Decision base = stress.base();
        json.text("schema", SCHEMA);
        json.object("inputs", j -> {
            json.text("asOf", base.asOf());
            json.object("profile", p -> json.text("id", base.profile().id()).text("sha256", base.inputs().profileSha256()));
            json.object("market", m -> json.text("version", base.inputs().marketVersion()).text("sha256", base.inputs().marketSha256()));
            json.object("rules", r -> json.text("sha256", base.inputs().rulesSha256()));
            json.object("policy", p -> json.text("version", base.inputs().policyVersion()).text("variant", base.policy().variant()).text("sha256", base.inputs().policySha256()));
            json.object("scenarios", s -> json.text("version", stress.scenarios().version()).text("sha256", stress.scenarios().sha256()));
        });
        json.text("currency", base.profile().currency().getCurrencyCode()).decimal("months", stress.months());
        json.objects("scenarios", stress.scenarios().list(), s -> {
            json.text("id", s.id()).text("name", s.name()).text("sentence", s.sentence());
            json.objects("changes", s.changes(), c -> {
                json.text("change", c.words());
                json.lines("figures", c.figures().entrySet(), f -> json.text("figure", f.getKey()).decimal("value", f.getValue().value()).text("tag", f.getValue().tag())
                        .text("source", f.getValue().source()));
            });
        });
        json.lines("stakes", stress.stakes(), s -> json.text("workload", s.workload()).decimal("weight", s.weight()).decimal("criticalShare", s.criticalShare()).decimal("surge", s.surge())
                .text("criticalMonth", Amounts.exact(s.criticalMonth())).flag("stated", s.stated()));
        json.objects("portfolios", IntStream.range(0, stress.portfolios().size()).boxed().toList(), i -> portfolio(stress.portfolios().get(i), stress.asAssumed().get(i)));
        json.objects("cases", stress.cases(), this::one);
        List<String> all = new ArrayList<>(notes);
        all.addAll(stress.notes());
        json.texts("notes", all);
        json.lines("policy", stress.policy(), v -> json.text("key", v.key()).decimal("value", v.value()).text("unit", v.unit()).text("meaning", v.meaning())
                .text("tag", v.tag()).text("source", v.source()).text("since", v.since()).decimal("replaced", v.replaced()));
    }

    private void portfolio(Stress.Portfolio p, Loss asAssumed) {
        json.text("name", p.name()).text("meaning", p.meaning());
        shares(p.allocation().shares());
        json.money("perMonth", p.allocation().perMonth());
        json.line("asAssumed", asAssumed, this::loss);
        Stress.Case worst = stress.worst(p);
        json.money("largestRegret", p.largestRegret());
        json.line("largestRegretIn", worst, w -> json.text("scenario", w.scenario().id()).text("name", w.scenario().name()));
        json.money("commitmentAtRisk", p.commitmentAtRisk());
        json.object("outages", j -> outages(p.outages()));
    }

    private void shares(List<Share> shares) {
        json.lines("shares", shares, s -> json.text("workload", s.workload()).text("offer", s.offer()).text("designer", s.designer()).text("provider", s.provider())
                .decimal("share", s.share()).text("perMonth", Amounts.exact(s.perMonth())));
    }

    private void loss(Loss loss) {
        json.text("loss", Amounts.exact(loss.total())).text("work", Amounts.exact(loss.work())).text("penalty", Amounts.exact(loss.penalty())).text("waste", Amounts.exact(loss.waste()))
                .text("moving", Amounts.exact(loss.moving())).text("alreadyPaid", Amounts.exact(loss.alreadyPaid())).decimal("criticalUnserved", loss.criticalUnserved());
    }

    private void outages(OutageRisk o) {
        json.text("method", o.draws() == 0 ? "EXACT" : "MONTE_CARLO").count("draws", o.draws() == 0 ? null : o.draws()).text("seed", o.seed());
        json.texts("sources", o.sources());
        json.lines("causes", o.causes(), c -> json.text("cause", c.name()).decimal("probability", c.probability()).texts("takes", c.takes()));
        estimate("unserved", o.unserved());
        json.decimal("standardDeviation", o.deviation());
        estimate("criticalUnserved", o.criticalUnserved());
        json.money("penaltyPerYear", o.penaltyPerYear());
        estimate("floorBreached", o.floorBreached());
        estimate("cvar90", o.cvar90());
        estimate("cvar95", o.cvar95());
        estimate("cvar99", o.cvar99());
        json.text("note", o.note());
    }

    private void estimate(String name, @Nullable Estimate estimate) {
        json.line(name, estimate, e -> json.decimal("value", e.value()).decimal("halfWidth95", e.halfWidth()));
    }

    private void one(Stress.Case c) {
        json.text("scenario", c.scenario().id()).text("name", c.scenario().name());
        json.lines("losses", IntStream.range(0, c.losses().size()).boxed().toList(), i -> {
            json.text("portfolio", stress.portfolios().get(i).name());
            loss(c.losses().get(i));
            json.text("regret", Amounts.exact(c.regrets().get(i)));
        });
        Answer answer = c.answer();
        json.object("answer", j -> {
            json.flag("changes", answer.changes()).flag("sharesChange", answer.sharesChange()).text("statusBefore", answer.statusBefore()).text("status", answer.status())
                    .money("perMonth", answer.perMonth());
            shares(answer.shares());
            json.lines("winners", answer.winners(), w -> json.text("workload", w.workload()).text("before", w.before() == null ? null : w.before().id())
                    .text("after", w.after() == null ? null : w.after().id()));
        });
    }
}
