package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Limit;
import dev.secondsource.candidate.Comparison;
import dev.secondsource.cost.Conversion;
import dev.secondsource.cost.Cost;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.fit.Fit;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.market.Contracted;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Overlaid;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole decision as JSON, for programs and for the file: everything it rests on, every candidate, every finding.
 * Money and ratios are decimal strings; null, or no entry in an object that takes one line, is "not known"; the same
 * decision gives the same bytes.
 */
public final class DecisionRecord {
    /** Value of the record's {@code schema}; a record that older readers would misread gets a new one. */
    public static final String SCHEMA = "decision-record/1";

    /** The JSON Schema (2020-12) of the record, on the class path. */
    public static final String SCHEMA_RESOURCE = "/record/decision-record.schema.json";

    private final Decision decision;
    private final SortedMap<String, Rule> rules;
    private final Json json;
    private final boolean knowsSilentRules;

    private DecisionRecord(Decision decision, List<Rule> rules, Json json) {
        this.decision = decision;
        this.knowsSilentRules = decision.knowsSilentRules();
        this.rules = new TreeMap<>(Names.byId(rules));
        this.json = json;
    }

    /** @param rules of the knowledge base that decided, for their names and titles */
    public static String of(Decision decision, List<Rule> rules) {
        return Json.object(json -> new DecisionRecord(decision, rules, json).write());
    }

    private void write() {
        json.text("schema", SCHEMA);
        if (decision.isConfidential()) json.flag("confidential", true);
        inputs();
        buyer();
        json.text("status", decision.allocation().status());
        json.flag("degraded", !decision.brokenRules().isEmpty());
        json.objects("brokenRules", decision.brokenRules().entrySet(), e -> json.text("rule", e.getKey()).text("reason", e.getValue()));
        json.objects("answers", decision.workloads(), this::answer);
        allocation();
        review();
        json.objects("verdicts", decision.workloads().stream().flatMap(w -> w.candidates().stream().map(c -> new Judged(w.workload(), c))).toList(), this::verdict);
        json.lines("unknowns", Unknown.of(decision), u -> json.text("what", u.what()).text("severity", u.severity())
                .texts("rules", u.rules()).count("candidates", u.candidates().size()));
        json.texts("assumptions", decision.assumptions());
        json.lines("rules", rules.values(), r -> json.text("rule", r.id()).text("name", r.name()).text("title", r.title())
                .texts("policyKeys", knowsSilentRules ? r.policyKeys() : List.of()));
        json.lines("policy", decision.policy().values().values(), this::policyValue);
    }

    private void inputs() {
        json.object("inputs", j -> {
            json.text("asOf", decision.asOf());
            json.object("profile", p -> json.text("id", decision.profile().id()).text("sha256", decision.inputs().profileSha256()));
            json.object("market", m -> json.text("version", decision.inputs().marketVersion()).text("sha256", decision.inputs().marketSha256()));
            json.object("rules", r -> json.text("sha256", decision.inputs().rulesSha256()));
            json.object("policy", p -> json.text("version", decision.inputs().policyVersion()).text("variant", decision.policy().variant())
                    .text("sha256", decision.inputs().policySha256()));
            Overlaid overlaid = decision.inputs().overlaid();
            if (overlaid != null) json.object("overlay", o -> json.text("sha256", overlaid.sha256()).text("listMarketSha256", overlaid.listSha256()).texts("remarks", overlaid.remarks()));
        });
    }

    private void buyer() {
        json.object("buyer", j -> {
            json.text("name", decision.profile().name()).text("description", decision.profile().description());
            json.text("currency", decision.profile().currency().getCurrencyCode());
            json.count("horizonMonths", decision.profile().horizonMonths());
            json.money("budgetPerMonth", decision.profile().budgetPerMonth());
            json.lines("commitments", decision.profile().commitments(), c -> json.text("offer", c.offer()).count("accelerators", c.accelerators())
                    .money("perMonth", c.perMonth()).text("until", c.until()));
            json.texts("priorities", decision.profile().priorities().stream().map(Enum::name).toList());
        });
    }

    private void answer(WorkloadDecision workload) {
        Workload demand = workload.workload();
        json.text("workload", demand.id()).text("kind", demand.kind()).text("model", demand.model().name()).text("unit", demand.unit());
        json.object("volumePerMonth", j -> json.decimal("p10", demand.volumePerMonth().p10()).decimal("p50", demand.volumePerMonth().p50())
                .decimal("p90", demand.volumePerMonth().p90()));
        json.text("answer", workload.answer());
        json.text("winner", workload.winner().map(w -> w.offer().id()).orElse(null));
        json.text("incumbent", workload.incumbent()).text("incumbentBasis", workload.incumbentBasis());
        json.count("candidates", workload.candidates().size());
        json.texts("changes", workload.changes());
    }

    private void allocation() {
        json.object("allocation", j -> {
            json.text("status", decision.allocation().status()).money("perMonth", decision.allocation().perMonth());
            json.lines("shares", decision.allocation().shares(), s -> json.text("workload", s.workload()).text("offer", s.offer())
                    .text("designer", s.designer()).text("provider", s.provider()).decimal("share", s.share()).money("perMonth", s.perMonth()));
            Allocation allocation = decision.allocation();
            json.lines("weights", allocation.weights().entrySet(), w -> json.text("workload", w.getKey()).decimal("weight", w.getValue()));
            json.money("alreadyPaid", allocation.alreadyPaid());
            json.lines("moves", allocation.moves(), m -> json.text("workload", m.workload()).text("stack", m.stack()).money("perMonth", m.perMonth()));
            json.object("search", s -> json.decimal("gap", allocation.search().gap()).count("programs", allocation.search().programs()).flag("complete", allocation.search().complete())
                    .flag("timedOut", allocation.search().timedOut())
                    .objectOf("tie", allocation.search().tie(), t -> json.count("others", t.others()).money("largestRegret", t.largestRegret()).money("next", t.next())));
            json.lines("prices", allocation.prices(), p -> limit(p.limit()).decimal("looser", p.looser()).money("saves", p.saves()).flag("atLeast", p.atLeast()));
            json.objectOf("spreading", allocation.spreading(), s -> json.money("without", s.without()).money("more", s.more()).decimal("share", s.share()));
            json.objectOf("conflict", allocation.conflict(), c -> {
                json.flag("smallest", c.smallest());
                json.lines("limits", c.limits(), this::limit);
                json.lines("relaxations", c.relaxations(), r -> limit(r.limit()).decimal("to", r.to()).money("perMonth", r.perMonth()));
                json.lines("applied", c.applied(), r -> limit(r.limit()).decimal("to", r.to()));
            });
            json.objects("shutOut", allocation.shutOut(), s -> {
                json.text("workload", s.workload()).count("offers", s.offers()).flag("smallest", s.smallest()).texts("gates", s.gates());
                json.lines("ways", s.ways(), w -> json.text("gate", w.gate()).text("offer", w.offer()).money("perMonth", w.perMonth()));
            });
        });
    }

    private Json limit(Limit limit) {
        return json.text("limit", limit.subject()).text("sense", limit.isFloor() ? "AT_LEAST" : "AT_MOST").decimal("bound", limit.bound()).text("unit", limit.measure())
                .text("origin", limit.origin());
    }

    private void review() {
        json.object("review", j -> {
            json.lines("exposures", decision.review().exposures(), e -> ExposureReport.write(e, json));
            portfolio(decision.review().portfolio());
            json.lines("findings", decision.review().findings(), f -> {
                json.text("subject", f.subject());
                finding(f);
            });
            States states = decision.review().states();
            if (knowsSilentRules) json.lines("silentRules", states.subjects(), subject -> {
                json.text("subject", subject);
                silentRules(states, subject);
            });
            json.lines("overrides", decision.review().overrides(), o -> json.text("rule", o.signed().rule()).text("effect", o.effect())
                    .text("by", o.signed().by()).text("reason", o.signed().reason()).text("on", o.signed().on()));
        });
    }

    /** The squares of rounded shares have more digits than they mean. */
    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.round(Decimals.PRECISION);
    }

    private void portfolio(Portfolio portfolio) {
        json.object("portfolio", j -> {
            json.money("spendPerYear", Money.of(portfolio.spendPerYear(), decision.profile().currency()));
            json.decimal("secondSourceShare", rounded(portfolio.secondSourceShare())).decimal("secondSourceNeeded", rounded(portfolio.secondSourceNeeded()));
            json.decimal("effectiveDesigners", rounded(portfolio.effectiveDesigners())).decimal("effectiveFoundries", rounded(portfolio.effectiveFoundries()));
            json.texts("sharedLayers", portfolio.sharedLayerNames()).decimal("bothFail", rounded(portfolio.bothFail()));
            json.count("stacks", portfolio.stacks()).count("affordableStacks", portfolio.affordableStacks());
            json.flag("exitPlans", portfolio.exitPlans()).text("quadrant", portfolio.quadrant());
            json.count("eligibleDesigners", portfolio.eligibleDesigners()).count("cheaperDesigners", portfolio.cheaperDesigners());
            json.decimal("commitmentsEndingTogether", rounded(portfolio.commitmentsEndingTogether()));
        });
    }

    private record Judged(Workload workload, Assessed candidate) {}

    private void verdict(Judged judged) {
        Assessed candidate = judged.candidate();
        json.text("offer", candidate.offer().id()).text("workload", judged.workload().id());
        json.count("rank", candidate.rank()).flag("tiedWithBetter", candidate.tiedWithBetter());
        json.text("verdict", candidate.verdict().verdict());
        json.texts("decidedBy", candidate.verdict().decidedBy()).text("grounds", candidate.verdict().grounds()).texts("conditions", candidate.verdict().conditions());
        sold(candidate);
        price(candidate.offer(), candidate.cost() == null ? null : candidate.cost().conversion());
        cost(judged);
        comparison(candidate.candidate().comparison());
        json.text("grade", Names.grade(candidate));
        json.line("score", candidate, s -> json.decimal("value", candidate.score().value())
                .lines("contributions", candidate.score().contributions(), c -> json.text("criterion", c.criterion()).decimal("weight", c.weight())
                        .decimal("measured", c.measured()).text("unit", c.unit()).decimal("points", c.points())));
        fit(candidate.fit());
        json.lines("findings", candidate.findings(), this::finding);
        json.line("silent", candidate, c -> json.count("NOT_FIRED", candidate.silent().getOrDefault(State.NOT_FIRED, 0))
                .count("NOT_APPLICABLE", candidate.silent().getOrDefault(State.NOT_APPLICABLE, 0)));
        if (knowsSilentRules) json.line("silentRules", candidate.candidate().id(), id -> silentRules(decision.states(), id));
    }

    /** With its findings, which are those that are FIRED or UNKNOWN, the state of every rule that was asked. */
    private Json silentRules(States states, String subject) {
        return json.texts(State.NOT_FIRED.name(), states.rules(subject, State.NOT_FIRED)).texts(State.NOT_APPLICABLE.name(), states.rules(subject, State.NOT_APPLICABLE));
    }

    private void comparison(Comparison comparison) {
        json.decimal("rho", comparison.rho());
        json.line("againstIncumbent", comparison.performanceLead() == null ? null : comparison, c -> json.decimal("costAdvantage", c.costAdvantage())
                .decimal("performanceLead", c.performanceLead()).decimal("breakEvenCostAdvantage", c.breakEvenCostAdvantage()));
    }

    private void sold(Assessed candidate) {
        Offer offer = candidate.offer();
        json.line("sold", candidate, c -> json.text("provider", offer.provider()).text("instanceType", offer.instanceType())
                .text("designer", candidate.candidate().designer().id()).text("accelerator", offer.accelerator()).count("accelerators", offer.acceleratorCount()).text("soldAs", offer.soldAs())
                .text("region", offer.region() == null ? null : offer.region().id()).text("country", offer.region() == null ? null : offer.region().country())
                .text("pricing", offer.pricing()).count("termMonths", offer.termMonths()).text("note", offer.note()));
    }

    private void price(Offer offer, @Nullable Conversion conversion) {
        json.text("priceState", offer.price() == null ? "price unknown" : "known");
        json.line("price", offer.price(), p -> json.text("amount", Amounts.exact(p)).text("currency", p.currency().getCurrencyCode())
                .text("per", offer.pricing() == PricingKind.PURCHASE ? "unit" : "hour").text("date", offer.evidence().date())
                .text("source", offer.evidence().source()).text("grade", offer.evidence().grade())
                .line("contracted", offer.contracted(), this::contracted).line("converted", conversion, c -> converted(p, c)));
    }

    /** The published price beside the negotiated one, and the terms. */
    private void contracted(Contracted terms) {
        json.text("entry", terms.entry()).text("owner", terms.owner()).text("until", terms.until()).count("quantity", terms.quantity()).flag("fixed", terms.fixed())
                .line("list", terms.list(), l -> json.text("amount", Amounts.exact(l)).text("currency", l.currency().getCurrencyCode()).text("date", terms.listed().date())
                        .text("source", terms.listed().source()).text("grade", terms.listed().grade()));
    }

    /** The same in the buyer's currency, with the rates that made it so. */
    private void converted(Money price, Conversion conversion) {
        Money other = conversion.of(price);
        json.text("amount", Amounts.exact(other)).text("currency", other.currency().getCurrencyCode())
                .lines("rates", conversion.steps(), r -> json.text("from", r.from().getCurrencyCode()).text("to", r.to().getCurrencyCode()).decimal("rate", r.rate())
                        .text("date", r.evidence().date()).text("source", r.evidence().source()).text("grade", r.evidence().grade()));
    }

    private void cost(Judged judged) {
        Cost cost = judged.candidate().cost();
        json.line("unitCost", cost, c -> json.text("amount", Amounts.exact(c.perUnit()))
                .text("currency", c.perUnit().currency().getCurrencyCode()).text("unit", judged.workload().unit()));
        json.line("cost", cost, c -> json.money("perMonth", c.perMonth()).money("overHorizon", c.overHorizon())
                .money("perAcceleratorHour", c.perAcceleratorHour())
                .lines("lines", c.lines(), l -> json.text("name", l.name()).money("perMonth", l.perMonth()).text("basis", l.basis())));
    }

    private void fit(Fit fit) {
        json.line("fit", fit, f -> {
            json.flag("memoryFits", fit.memory().fits()).decimal("neededGiB", fit.memory().neededGiB()).decimal("memoryGiB", fit.memory().memoryGiB());
            json.count("smallestCount", fit.memory().smallestCount()).count("largestCount", fit.memory().largestCount());
            json.decimal("headroom", fit.memory().headroom()).count("group", fit.group()).count("batch", fit.batch());
            json.count("accelerators", fit.accelerators()).decimal("acceleratorHours", fit.acceleratorHours()).decimal("trainingDays", fit.trainingDays());
            json.decimal("timeToFirstTokenMs", fit.latency().timeToFirstTokenMs()).decimal("timePerOutputTokenMs", fit.latency().timePerOutputTokenMs());
            json.line("throughput", fit.throughput(), t -> {
                json.decimal("perAccelerator", t.perAccelerator()).decimal("low", t.low()).decimal("high", t.high());
                json.text("basis", t.basis()).text("explanation", t.explanation());
                evidence(t.evidence());
            });
            json.texts("missing", fit.missing());
        });
    }

    private void finding(Finding finding) {
        json.text("rule", finding.rule()).text("state", finding.state()).text("severity", finding.severity()).text("cappedFrom", finding.cappedFrom())
                .text("effect", finding.effect()).text("sentence", finding.sentence()).text("mitigation", finding.mitigation());
        if (!finding.missing().equals(List.of(finding.sentence()))) json.texts("missing", finding.missing());
        if (!finding.values().isEmpty()) json.object("values", j -> finding.values().forEach(json::text));
        json.lines("thresholds", finding.thresholds(), v -> json.text("key", v.key()).decimal("value", v.value()).text("unit", v.unit())
                .text("tag", v.tag()).decimal("replaced", v.replaced()));
        evidence(finding.evidence());
        // A gap without any evidence has no grade; a finding without any rests on the buyer's own word.
        json.text("grade", finding.state() == State.UNKNOWN && finding.evidence().isEmpty() ? null : finding.grade());
        json.texts("defeatedBy", finding.defeatedBy());
    }

    private void evidence(Collection<Evidence> evidence) {
        json.lines("evidence", evidence, e -> json.text("subject", e.subject()).text("source", e.source()).text("grade", e.grade()).text("date", e.date()));
    }

    private void policyValue(PolicyValue value) {
        json.text("key", value.key()).decimal("value", value.value()).text("unit", value.unit()).text("meaning", value.meaning());
        json.text("tag", value.tag()).text("source", value.source()).text("since", value.since()).decimal("replaced", value.replaced());
    }
}
