package dev.secondsource.files;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.candidate.Comparison;
import dev.secondsource.cost.Conversion;
import dev.secondsource.cost.Cost;
import dev.secondsource.cost.CostLine;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Inputs;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Fit;
import dev.secondsource.fit.Latency;
import dev.secondsource.fit.MemoryFit;
import dev.secondsource.fit.Throughput;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.market.Contracted;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Overlaid;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoldAs;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.profile.Criterion;
import dev.secondsource.quantity.Money;
import dev.secondsource.ranking.Score;
import dev.secondsource.verdict.Grounds;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the decision again that a record tells of, without deciding. */
final class RecordedDecision {
    private final RecordNode root;
    private final Currency currency;
    private final Policy policy;
    private final Map<String, @Nullable String> incumbents = new LinkedHashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, RecordNode> silentRules = new HashMap<>();

    private RecordedDecision(RecordNode root) {
        this.root = root;
        this.currency = root.object("buyer").currency("currency");
        RecordNode policy = root.object("inputs").object("policy");
        SortedMap<String, PolicyValue> values = new TreeMap<>();
        root.objects("policy").stream().map(v -> new PolicyValue(v.text("key"), v.decimal("value"), v.text("unit"), v.text("meaning"), v.one(Tag.class, "tag"), v.text("source"),
                v.date("since"), v.decimalOrNull("replaced"))).forEach(v -> values.put(v.key(), v));
        this.policy = new Policy(policy.text("version"), policy.text("variant"), values);
    }

    /** @throws RecordNode.Wrong if it is not as a record is */
    static Recorded of(RecordNode root) {
        Decision decision = new RecordedDecision(root).read();
        return new Recorded(decision, rules(root, decision));
    }

    private Decision read() {
        RecordNode inputs = root.object("inputs");
        RecordNode market = inputs.object("market");
        for (RecordNode answer : root.objects("answers")) {
            if (incumbents.containsKey(answer.text("workload"))) throw answer.wrong("is of a workload that has an answer already");
            incumbents.put(answer.text("workload"), answer.textOrNull("incumbent"));
            units.put(answer.text("workload"), answer.text("unit"));
        }
        Map<String, List<Assessed>> candidates = candidates();
        List<WorkloadDecision> workloads = root.objects("answers").stream().map(a -> answer(a, candidates.getOrDefault(a.text("workload"), List.of()))).toList();
        Set<String> accelerators = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        candidates.values().stream().flatMap(List::stream).forEach(c -> {
            accelerators.add(c.offer().accelerator());
            ids.add(c.candidate().id());
            findings.addAll(c.findings());
        });
        SortedMap<String, String> broken = new TreeMap<>();
        root.objects("brokenRules").forEach(b -> broken.put(b.text("rule"), b.text("reason")));
        return new Decision(new Inputs(sha256(inputs.object("profile")), market.text("version"), sha256(market), sha256(inputs.object("rules")), policy.version(), sha256(inputs.object("policy")), overlaid(inputs.objectOrNull("overlay"))),
                RecordedBuyer.read(root, workloads.stream().map(WorkloadDecision::workload).toList()), inputs.date("asOf"), policy, workloads,
                new RecordedAllocation(root.object("allocation"), currency, new LinkedHashSet<>(incumbents.keySet()), accelerators).read(),
                new RecordedReview(root.object("review"), currency, policy).read(), root.texts("assumptions"), RecordedReview.states(ids, findings, silentRules), broken);
    }

    private static @Nullable Overlaid overlaid(@Nullable RecordNode overlay) {
        return overlay == null ? null : new Overlaid(sha256(overlay), overlay.text("listMarketSha256"), overlay.texts("remarks"));
    }

    private static String sha256(RecordNode of) {
        return of.text("sha256");
    }

    private WorkloadDecision answer(RecordNode a, List<Assessed> candidates) {
        WorkloadDecision answer = new WorkloadDecision(RecordedBuyer.workload(a), a.textOrNull("incumbent"), a.text("incumbentBasis"), candidates, a.text("answer"), a.texts("changes"));
        if (a.count("candidates") != candidates.size()) throw a.wrong("tells of " + a.count("candidates") + " candidates, and the record has verdicts on " + candidates.size());
        String leads = answer.winner().map(w -> w.offer().id()).orElse(null);
        if (!Objects.equals(leads, a.textOrNull("winner"))) throw a.wrong("names another winner than leads by the verdicts, " + leads);
        return answer;
    }

    private Map<String, List<Assessed>> candidates() {
        Map<String, List<Assessed>> candidates = new LinkedHashMap<>();
        for (RecordNode v : root.objects("verdicts")) {
            String workload = v.text("workload");
            if (!incumbents.containsKey(workload)) throw v.wrong("is of the workload " + workload + ", of which the record has no answer");
            List<Assessed> before = candidates.computeIfAbsent(workload, k -> new ArrayList<>());
            Assessed candidate = assessed(v, workload);
            if (candidate.rank() != before.size() + 1) throw v.wrong("has rank " + candidate.rank() + " and stands at " + (before.size() + 1));
            before.add(candidate);
        }
        return candidates;
    }

    private Assessed assessed(RecordNode v, String workload) {
        RecordNode sold = v.object("sold");
        Offer offer = offer(v, sold);
        String id = workload + " <- " + offer.id();
        RecordNode against = v.objectOrNull("againstIncumbent");
        Comparison comparison = Comparison.ofRecord(v.decimalOrNull("rho"), against == null ? null : against.decimal("costAdvantage"), against == null ? null : against.decimal("performanceLead"),
                against == null ? null : against.decimal("breakEvenCostAdvantage"));
        SortedMap<State, Integer> silent = new TreeMap<>();
        for (State state : RecordedReview.SILENT) silent.put(state, v.object("silent").count(state.name()));
        RecordNode rules = v.objectOrNull("silentRules");
        if (rules != null) {
            silent.forEach((state, count) -> {
                if (rules.texts(state.name()).size() != count) throw rules.wrong("tells of " + rules.texts(state.name()).size() + " rules that are " + state + ", and the record counts " + count);
            });
            silentRules.put(id, rules);
        }
        return new Assessed(v.count("rank"), v.flag("tiedWithBetter"),
                Candidate.ofRecord(id, workload, offer.id(), currency.getCurrencyCode(), id.equals(incumbents.get(workload)), sold.text("designer"), offer.provider(), comparison),
                offer, fit(v.object("fit")), cost(v, workload), List.of(), v.objects("findings").stream().map(f -> RecordedReview.finding(f, id, policy)).toList(), silent,
                reasoned(v), score(v.object("score")));
    }

    /** Of a record that does not say how its rules carry a verdict no more is known than that together they are enough. */
    private static Reasoned reasoned(RecordNode v) {
        List<String> decidedBy = v.texts("decidedBy");
        Grounds grounds = v.oneOrNull(Grounds.class, "grounds");
        return new Reasoned(v.one(Verdict.class, "verdict"), decidedBy, grounds != null ? grounds : decidedBy.isEmpty() ? Grounds.NONE : Grounds.SEVERAL, v.texts("conditions"));
    }

    private static Offer offer(RecordNode v, RecordNode sold) {
        String id = v.text("offer");
        String provider = sold.text("provider");
        String region = sold.textOrNull("region");
        RecordNode price = v.objectOrNull("price");
        String subject = "price of " + id;
        // Where no price is known, nothing is shown of where it is from.
        Evidence evidence = price == null ? new Evidence(subject, "", Grade.E4, null) : new Evidence(subject, price.text("source"), price.one(Grade.class, "grade"), price.dateOrNull("date"));
        return new Offer(id, provider, sold.text("instanceType"), sold.text("accelerator"), sold.count("accelerators"), sold.oneOrNull(SoldAs.class, "soldAs"),
                region == null ? null : new Region(provider, region, sold.text("country")), sold.one(PricingKind.class, "pricing"), sold.countOrNull("termMonths"),
                price == null ? null : Money.of(price.decimal("amount"), price.currency("currency")), evidence, sold.text("note"),
                price == null ? null : contracted(price.objectOrNull("contracted"), subject), null);
    }

    private static @Nullable Contracted contracted(@Nullable RecordNode terms, String subject) {
        if (terms == null) return null;
        RecordNode list = terms.object("list");
        return new Contracted(terms.text("entry"), terms.text("owner"), terms.date("until"), terms.countOrNull("quantity"), terms.flag("fixed"),
                Money.of(list.decimal("amount"), list.currency("currency")), new Evidence(subject, list.text("source"), list.one(Grade.class, "grade"), list.dateOrNull("date")));
    }

    /** How the price came into the buyer's currency, if it is in another. */
    private @Nullable Conversion conversion(@Nullable RecordNode price) {
        RecordNode converted = price == null ? null : price.objectOrNull("converted");
        if (converted == null) return null;
        return new Conversion(price.currency("currency"), currency, converted.objects("rates").stream().map(r -> new ExchangeRate(r.currency("from"), r.currency("to"), r.decimal("rate"),
                new Evidence("exchange rate " + r.text("from") + "/" + r.text("to"), r.text("source"), r.one(Grade.class, "grade"), r.dateOrNull("date")))).toList());
    }

    private @Nullable Cost cost(RecordNode v, String workload) {
        RecordNode cost = v.objectOrNull("cost");
        if (cost == null) return null;
        if (!v.object("unitCost").text("unit").equals(units.get(workload))) throw v.object("unitCost").wrong("counts another unit than the workload");
        return new Cost(cost.objects("lines").stream().map(l -> new CostLine(l.text("name"), l.money("perMonth", currency), l.text("basis"))).toList(), cost.money("perMonth", currency),
                cost.money("overHorizon", currency), v.money("unitCost", currency), cost.money("perAcceleratorHour", currency), conversion(v.objectOrNull("price")));
    }

    private static Score score(RecordNode score) {
        return new Score(score.decimal("value"), score.objects("contributions").stream().map(c -> new Score.Contribution(c.one(Criterion.class, "criterion"), c.decimal("weight"),
                c.decimalOrNull("measured"), c.text("unit"), c.decimal("points"))).toList());
    }

    private static Fit fit(RecordNode f) {
        RecordNode t = f.objectOrNull("throughput");
        Throughput throughput = t == null ? null : new Throughput(t.decimal("perAccelerator"), t.decimal("low"), t.decimal("high"), t.one(Throughput.Basis.class, "basis"), t.text("explanation"), RecordedReview.evidence(t));
        return new Fit(new MemoryFit(null, null, f.decimalOrNull("neededGiB"), f.decimalOrNull("memoryGiB"), f.countOrNull("smallestCount"), f.countOrNull("largestCount"), f.decimalOrNull("headroom"), f.flagOrNull("memoryFits")),
                new Latency(f.decimalOrNull("timeToFirstTokenMs"), null, f.decimalOrNull("timePerOutputTokenMs"), null), throughput, null, null, null, null, f.decimalOrNull("trainingDays"),
                f.countOrNull("group"), f.countOrNull("batch"), f.countOrNull("accelerators"), f.decimalOrNull("acceleratorHours"), f.texts("missing"));
    }

    /** Where a record does not tell which thresholds a rule reads, they are those that its findings name. */
    private static List<Rule> rules(RecordNode root, Decision decision) {
        Map<String, Set<String>> keys = new HashMap<>();
        boolean told = decision.knowsSilentRules();
        if (!told) {
            decision.workloads().stream().flatMap(w -> w.candidates().stream()).flatMap(c -> c.findings().stream()).forEach(f -> keys(f, keys));
            decision.review().findings().forEach(f -> keys(f, keys));
        }
        return root.objects("rules").stream().map(r -> new Rule(r.text("rule"), r.text("name"), null, "", r.text("title"), "", "", "", "", "", null, List.of(), "", List.of(),
                told ? r.texts("policyKeys") : List.copyOf(keys.getOrDefault(r.text("rule"), Set.of())), List.of(), "")).toList();
    }

    private static void keys(Finding finding, Map<String, Set<String>> keys) {
        finding.thresholds().forEach(t -> keys.computeIfAbsent(finding.rule(), k -> new TreeSet<>()).add(t.key()));
    }
}
