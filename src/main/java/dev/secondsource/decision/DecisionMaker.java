package dev.secondsource.decision;

import dev.secondsource.allocation.Allocating;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.AllocationProblem;
import dev.secondsource.allocation.Effort;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.ShutOut;
import dev.secondsource.candidate.Candidate;
import dev.secondsource.candidate.Candidates;
import dev.secondsource.candidate.Prospect;
import dev.secondsource.candidate.Prospects;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Staleness;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.SignedOverride;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.ranking.Bounds;
import dev.secondsource.ranking.Score;
import dev.secondsource.ranking.Scoring;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The use case: what should this buyer buy? A pure function of its arguments. What-if, sensitivity and simulation call
 * it again with changed inputs.
 */
public final class DecisionMaker {
    private static final String NEAR_TIE_RULE = "CPF-03";

    private final BuyerProfile buyer;
    private final Market market;
    private final KnowledgeBase knowledge;
    private final Set<String> gates;
    private final Policy policy;
    private final LocalDate asOf;
    private final Scope scope;
    private final Inputs inputs;
    private final Candidates facts;
    private final RawValues values;
    private final Map<Criterion, Bounds> bounds;

    private DecisionMaker(BuyerProfile buyer, Market market, KnowledgeBase knowledge, Policy policy, LocalDate asOf, Scope scope) {
        this.buyer = buyer;
        this.market = market.visibleAt(asOf).aged(Staleness.of(policy::number), asOf);
        this.knowledge = knowledge;
        this.gates = knowledge.gates();
        this.policy = policy;
        this.asOf = asOf;
        this.scope = scope;
        this.inputs = new Inputs(Sha256.of(buyer.toString()), market.version(), MarketDigest.of(market), knowledge.sha256(),
                knowledge.policyBook().version(), Sha256.of(knowledge.policyBook().toString()), market.overlaid());
        this.facts = new Candidates(this.market, buyer, policy, asOf);
        this.values = new RawValues(buyer, this.market, policy);
        this.bounds = Scoring.bounds(policy);
    }

    /**
     * Decides.
     *
     * @param asOf nothing dated later is seen; usually the profile's own date
     * @return the decision, or what is wrong with the profile's choice of policy and with the rules it overrides
     */
    public static Checked<Decision> decide(BuyerProfile buyer, Market market, KnowledgeBase knowledge, LocalDate asOf) {
        return decide(buyer, market, knowledge, asOf, Scope.FULL);
    }

    /** Decides, looking into no more than is asked. */
    public static Checked<Decision> decide(BuyerProfile buyer, Market market, KnowledgeBase knowledge, LocalDate asOf, Scope scope) {
        List<Problem> unknown = unknownOverrides(buyer, knowledge);
        Checked<Policy> resolved = knowledge.policyBook().resolve(buyer.policy(), asOf, buyer.id());
        if (!unknown.isEmpty()) return Checked.wrong(Stream.concat(unknown.stream(), resolved.problems().stream()).toList());
        return resolved.then(policy -> Checked.of(new DecisionMaker(buyer, market, knowledge, policy, asOf, scope).decide()));
    }

    private static List<Problem> unknownOverrides(BuyerProfile buyer, KnowledgeBase knowledge) {
        Set<String> rules = new TreeSet<>(knowledge.rules().stream().map(Rule::id).toList());
        rules.addAll(Limit.Kind.signable());
        return buyer.overrides().stream().map(SignedOverride::rule).filter(rule -> !rules.contains(rule))
                .map(rule -> new Problem(buyer.id(), null, "overrides." + rule + ".rule", "no rule \"" + rule + "\"", Nearest.suggestion(rule, rules))).toList();
    }

    /** Policy keys that are read here and below, rules aside. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(Scoring.policyKeys());
        keys.addAll(Candidates.policyKeys());
        keys.addAll(Choices.policyKeys());
        keys.addAll(RawValues.policyKeys());
        keys.addAll(Standings.policyKeys());
        keys.addAll(Reviewing.policyKeys());
        keys.addAll(Staleness.policyKeys());
        keys.add(Decision.TIE);
        return keys;
    }

    private Decision decide() {
        List<Sight> alone = survey();
        Judgement ofEachAlone = judge(alone, Stage.ALONE);
        List<Sight> compared = compare(alone, ofEachAlone);
        Judgement judgement = ofEachAlone.and(judge(compared, Stage.AMONG_OTHERS), knowledge.defeats());
        List<WorkloadDecision> answers = compared.stream().map(sight -> answer(sight, judgement)).toList();
        List<Settled> alike = settle(answers);
        Decision decision = decision(answers, judgement, alike.get(0));
        return alike.size() == 1 ? decision : foreseen(decision, alike).map(best -> decision(answers, judgement, best)).orElse(decision);
    }

    private Decision decision(List<WorkloadDecision> answers, Judgement judgement, Settled settled) {
        Review review = settled.review.signed(buyer.overrides(), settled.allocation, asOf);
        SortedMap<String, String> broken = new TreeMap<>(judgement.broken());
        broken.putAll(review.brokenRules());
        return new Decision(inputs, buyer, asOf, policy, answers, reviewed(settled.allocation, review), review, Assumptions.of(buyer, market, policy, asOf, answers),
                judgement.states(), broken);
    }

    /** Of several that are alike, the one with the least largest regret; the first of them if there are several still. */
    private Optional<Settled> foreseen(Decision base, List<Settled> alike) {
        return scope.foresight().largestRegrets(base, alike.stream().map(Settled::allocation).toList()).map(regrets -> {
            int best = regrets.indexOf(Collections.min(regrets));
            Money next = IntStream.range(0, regrets.size()).filter(i -> i != best).mapToObj(regrets::get).min(Comparator.naturalOrder()).orElseThrow();
            return new Settled(alike.get(best).allocation.preferred(new Allocation.Tie(alike.size() - 1, regrets.get(best), next)), alike.get(best).review);
        });
    }

    /** One workload as far as the decision has got: its prospects, and the facts made of them by candidate id. */
    private record Sight(Workload workload, List<Prospect> prospects, Incumbents.Choice incumbent, Map<String, Candidate> candidates) {}

    /** What every offer is for every workload, by itself. */
    private List<Sight> survey() {
        Prospects prospects = new Prospects(market, buyer, policy, asOf);
        List<Sight> sights = new ArrayList<>();
        for (Workload workload : buyer.workloads()) {
            List<Prospect> found = prospects.of(workload);
            Map<String, Candidate> candidates = new LinkedHashMap<>();
            for (Prospect prospect : found) candidates.put(prospect.id(), facts.alone(prospect));
            sights.add(new Sight(workload, found, new Incumbents.Choice(null, ""), candidates));
        }
        return sights;
    }

    /** The same with each offer beside the incumbent and, if no gate is closed to it, among the others. */
    private List<Sight> compare(List<Sight> surveyed, Judgement judgement) {
        List<Sight> compared = new ArrayList<>();
        for (Sight sight : surveyed) {
            Map<String, Map<Criterion, BigDecimal>> alone = new HashMap<>();
            for (Prospect p : sight.prospects) if (p.cost() != null) alone.put(p.id(), values.alone(sight.candidates.get(p.id()), p, judgement.about(p.id())));
            Incumbents.Choice incumbent = Incumbents.choose(sight.workload, buyer.fleet(), sight.prospects, p -> isEligible(judgement.about(p.id())),
                    Incumbents.better(p -> alone.get(p.id()), bounds));
            Map<String, Candidate> candidates = new LinkedHashMap<>();
            List<Standings.Entry> eligible = new ArrayList<>();
            for (Prospect prospect : sight.prospects) {
                Candidate candidate = facts.beside(sight.candidates.get(prospect.id()), prospect, incumbent.prospect());
                candidates.put(prospect.id(), candidate);
                List<Finding> about = judgement.about(prospect.id());
                if (isEligible(about)) eligible.add(new Standings.Entry(prospect, values.of(candidate, prospect, incumbent.prospect(), about),
                        candidate.comparison().rho(), candidate.fit().measured() && about.stream().noneMatch(DecisionMaker::isUnknownGate),
                        candidate.sustainability().kilogramsPerUnit()));
            }
            Standings.of(eligible, incumbent.prospect(), policy).forEach((id, standing) -> candidates.computeIfPresent(id, (k, c) -> c.standing(standing)));
            compared.add(new Sight(sight.workload, sight.prospects, incumbent, candidates));
        }
        return compared;
    }

    private Judgement judge(List<Sight> sights, Stage stage) {
        return knowledge.judge(sights.stream().flatMap(s -> s.candidates.values().stream()).toList(), policy, stage);
    }

    private static boolean isUnknownGate(Finding finding) {
        return finding.state() == State.UNKNOWN && finding.severity() == Severity.BLOCKER;
    }

    private static boolean isEligible(List<Finding> about) {
        return about.stream().noneMatch(f -> f.standsAgainst(Severity.BLOCKER));
    }

    private WorkloadDecision answer(Sight sight, Judgement judgement) {
        List<Assessed> assessed = new ArrayList<>();
        for (Prospect prospect : sight.prospects) {
            Candidate candidate = sight.candidates.get(prospect.id());
            List<Finding> about = judgement.about(prospect.id());
            Reasoned verdict = Reasoned.of(about, gates, knowledge.defeats(), NEAR_TIE_RULE);
            Map<Criterion, BigDecimal> raw = values.of(candidate, prospect, sight.incumbent.prospect(), about);
            Score score = Scoring.score(raw, buyer.priorities(), bounds);
            assessed.add(new Assessed(0, false, candidate, prospect.offer(), prospect.fit(), prospect.cost(), prospect.costed().missing(), about, silent(judgement.states(), prospect.id()), verdict, score));
        }
        List<Assessed> ranked = rank(assessed);
        String incumbent = sight.incumbent.prospect() == null ? null : sight.incumbent.prospect().id();
        Answers words = new Answers(sight.workload, ranked, market, policy.number(Decision.TIE));
        return new WorkloadDecision(sight.workload, incumbent, sight.incumbent.basis(), ranked, words.sentence(), words.changes());
    }

    /** Better verdict first; within a verdict what has a price before what has none, then the higher score, then what is negotiated, then the id. */
    private List<Assessed> rank(List<Assessed> assessed) {
        List<Assessed> sorted = assessed.stream().sorted(Comparator
                .comparing((Assessed a) -> a.verdict().verdict()).reversed()
                .thenComparing(a -> a.cost() == null)
                .thenComparing(a -> a.score().value(), Comparator.reverseOrder())
                .thenComparing(a -> a.offer().contracted() == null)
                .thenComparing(a -> a.offer().id())).toList();
        List<Assessed> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Assessed a = sorted.get(i);
            Assessed before = i == 0 ? null : sorted.get(i - 1);
            boolean tied = before != null && before.tiesWith(a, policy.number(Decision.TIE));
            ranked.add(new Assessed(i + 1, tied, a.candidate(), a.offer(), a.fit(), a.cost(), a.uncosted(), a.findings(), a.silent(), a.verdict(), a.score()));
        }
        return ranked;
    }

    /**
     * A blocking finding of the review and an exceeded limit that only a signature may move need an override; what has
     * it, a major finding, or a gate that cannot be judged, is a condition.
     */
    private static Allocation reviewed(Allocation allocation, Review review) {
        if (allocation.status() == Allocation.Status.INFEASIBLE) return allocation;
        boolean blocked = review.findings().stream().anyMatch(review::blocks) || allocation.exceeded().stream().anyMatch(r -> review.isUnsigned(r.limit()));
        if (!blocked && allocation.status() == Allocation.Status.OVERRIDE_REQUIRED) return allocation.with(Allocation.Status.CONDITIONAL);
        boolean conditional = review.findings().stream().anyMatch(f -> f.standsAgainst(Severity.MAJOR) || isUnknownGate(f));
        Allocation.Status status = blocked ? Allocation.Status.OVERRIDE_REQUIRED
                : conditional && allocation.status() == Allocation.Status.SOUND ? Allocation.Status.CONDITIONAL : allocation.status();
        return allocation.with(status);
    }

    private static SortedMap<State, Integer> silent(States states, String candidate) {
        SortedMap<State, Integer> counts = new TreeMap<>();
        for (State state : List.of(State.NOT_FIRED, State.NOT_APPLICABLE)) counts.put(state, states.count(candidate, state));
        return counts;
    }

    /** The least cost, and of answers that cost as little those with the fewest serious objections, the cheapest first. */
    private List<Settled> settle(List<WorkloadDecision> answers) {
        LookThrough look = new LookThrough(buyer, market, policy, asOf);
        Choices choices = new Choices(buyer, look, policy, asOf);
        Reviewing reviewing = new Reviewing(buyer, look, policy);
        AllocationProblem problem = choices.of(answers);
        Effort effort = choices.effort(scope);
        Allocation cheapest = Allocating.allocate(problem, effort);
        List<Settled> found = new ArrayList<>();
        found.add(new Settled(cheapest, reviewing.review(cheapest, answers, knowledge)));
        for (List<Limit> remedy : choices.remedies(found.get(0).review.exposures()))
            Allocating.alsoUnder(problem, remedy, cheapest, effort).ifPresent(other -> found.add(new Settled(other, reviewing.review(other, answers, knowledge))));
        if (scope.foresight() != Foresight.NONE)
            Allocating.alike(problem, cheapest, effort).forEach(other -> found.add(new Settled(other, reviewing.review(other, answers, knowledge))));
        long fewest = found.stream().mapToLong(Settled::objections).min().orElseThrow();
        List<ShutOut> shutOut = Choices.withoutALeader(answers, problem).stream().map(Gates::of).toList();
        return found.stream().filter(s -> s.objections() == fewest).map(s -> shutOut.isEmpty() ? s : new Settled(s.allocation.without(shutOut), s.review)).toList();
    }

    private record Settled(Allocation allocation, Review review) {
        long objections() {
            return review.findings().stream().filter(f -> f.standsAgainst(Severity.MAJOR) || f.standsAgainst(Severity.BLOCKER)).count();
        }
    }
}
