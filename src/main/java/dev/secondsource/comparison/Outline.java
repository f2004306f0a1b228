package dev.secondsource.comparison;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a decision is held against another. It is made of a decision, or read from the record of one, so that a
 * record of last year and a decision of today are compared by the same code.
 *
 * @param profile id of the buyer
 * @param inputs what the decision rests on, by name
 * @param policy thresholds as they held
 * @param status of the allocation
 * @param perMonth cost of the allocation
 * @param workloads in the profile's order
 * @param shares over all workloads
 * @param layers what the allocation depends on
 * @param review by subject of the review, what each rule says of it, in words
 * @param rules ids of the rules that were asked
 * @param policyKeys by rule, the thresholds it reads as far as known
 * @param knowsSilentRules whether it is known which of the rules that say nothing are not about a subject
 */
public record Outline(
        String profile,
        Map<String, String> inputs,
        SortedMap<String, BigDecimal> policy,
        Allocation.Status status,
        Money perMonth,
        List<Workload> workloads,
        List<Share> shares,
        List<Layer> layers,
        SortedMap<String, Map<String, String>> review,
        Set<String> rules,
        Map<String, Set<String>> policyKeys,
        boolean knowsSilentRules) {
    static final String SILENT = "silent";
    static final String NOT_ABOUT = "not about it";
    static final String NO_RULE = "no such rule";

    /** Of an older record, which tells only how many rules are the one and how many the other. */
    static final String UNTOLD = "silent or not about it";

    public Outline {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        policy = Collections.unmodifiableSortedMap(new TreeMap<>(policy));
        workloads = List.copyOf(workloads);
        shares = List.copyOf(shares);
        layers = List.copyOf(layers);
        review = Collections.unmodifiableSortedMap(new TreeMap<>(review));
        rules = Set.copyOf(rules);
        policyKeys = Map.copyOf(policyKeys);
    }

    /**
     * One workload.
     *
     * @param unit of its work
     * @param winner offer id; null if none can lead
     * @param candidates best first
     */
    public record Workload(String id, String unit, @Nullable String winner, List<Candidate> candidates) {
        public Workload {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * One candidate.
     *
     * @param offer offer id
     * @param perMonth cost of the whole workload on it, null if not known
     * @param perUnit of work, null if not known
     * @param said what each rule that speaks says of it, in words
     */
    public record Candidate(String offer, int rank, Verdict verdict, BigDecimal score, @Nullable Money perMonth, @Nullable Money perUnit, Map<String, String> said) {
        public Candidate {
            said = Map.copyOf(said);
        }
    }

    /**
     * One layer of dependence.
     *
     * @param shares by entity, what is disclosed of them
     * @param hhi null if not known
     * @param effectiveNumber null if not known
     */
    public record Layer(String name, SortedMap<String, BigDecimal> shares, @Nullable BigDecimal hhi, @Nullable BigDecimal effectiveNumber) {
        public Layer {
            shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        }
    }

    /** @param rules of the knowledge base that decided */
    public static Outline of(Decision decision, List<Rule> rules) {
        SortedMap<String, BigDecimal> policy = new TreeMap<>();
        decision.policy().values().forEach((key, value) -> policy.put(key, value.value()));
        List<Workload> workloads = decision.workloads().stream().map(w -> workload(w, decision)).toList();
        SortedMap<String, Map<String, String>> review = new TreeMap<>();
        for (String subject : reviewed(decision.review().states()))
            review.put(subject, said(subject, decision.review().states(), decision.review().findings().stream().filter(f -> f.subject().equals(subject)).toList()));
        return new Outline(decision.profile().id(), inputs(decision), policy, decision.allocation().status(), decision.allocation().perMonth(), workloads,
                decision.allocation().shares(), decision.review().exposures().stream().map(Outline::layer).toList(), review,
                rules.stream().map(Rule::id).collect(Collectors.toSet()), rules.stream().collect(Collectors.toMap(Rule::id, r -> new TreeSet<>(r.policyKeys()))), decision.knowsSilentRules());
    }

    private static Map<String, String> inputs(Decision decision) {
        return inputs(decision.asOf().toString(), decision.profile().currency().getCurrencyCode(), decision.profile().id(), decision.inputs().profileSha256(),
                decision.inputs().marketVersion(), decision.inputs().marketSha256(), decision.inputs().rulesSha256(), decision.policy().variant());
    }

    /** What a decision rests on, under the names people know it by; fingerprints as far as people compare them. */
    public static Map<String, String> inputs(String asOf, String currency, String profile, String profileSha256, String market, String marketSha256, String rulesSha256, String variant) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("as of", asOf);
        inputs.put("currency", currency);
        inputs.put("profile", profile + " " + shortened(profileSha256));
        inputs.put("market", market + " " + shortened(marketSha256));
        inputs.put("rules", shortened(rulesSha256));
        inputs.put("policy variant", variant);
        return inputs;
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }

    private static Workload workload(WorkloadDecision workload, Decision decision) {
        List<Candidate> candidates = new ArrayList<>();
        for (Assessed c : workload.candidates())
            candidates.add(new Candidate(c.offer().id(), c.rank(), c.verdict().verdict(), c.score().value(), c.cost() == null ? null : c.cost().perMonth(),
                    c.cost() == null ? null : c.cost().perUnit(), said(c.candidate().id(), decision.states(), c.findings())));
        return new Workload(workload.workload().id(), workload.workload().unit(), workload.winner().map(w -> w.offer().id()).orElse(null), candidates);
    }

    private static Layer layer(Exposure exposure) {
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        exposure.shares().forEach((entity, share) -> shares.put(entity, rounded(share)));
        return new Layer(exposure.layer().name(), shares, rounded(exposure.hhi()), rounded(exposure.effectiveNumber()));
    }

    /** As a record has it, so that a decision does not differ from its own record. */
    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.round(Decimals.PRECISION);
    }

    private static Set<String> reviewed(States states) {
        Set<String> subjects = new TreeSet<>();
        states.rules().forEach(rule -> subjects.addAll(states.ofRule(rule).keySet()));
        return subjects;
    }

    private static Map<String, String> said(String subject, States states, List<Finding> findings) {
        Map<String, String> said = new TreeMap<>();
        states.ofSubject(subject).forEach((rule, state) -> {
            if (state == State.NOT_APPLICABLE) said.put(rule, NOT_ABOUT);
        });
        findings.forEach(f -> said.put(f.rule(), words(f.state(), f.severity(), f.effect(), f.defeatedBy())));
        return said;
    }

    /** A finding in words: {@code MAJOR against}, {@code unknown, BLOCKER}. */
    public static String words(State state, Severity severity, Effect effect, List<String> defeatedBy) {
        if (state == State.UNKNOWN) return "unknown, " + severity;
        return severity + (effect == Effect.FOR ? " for" : " against") + (defeatedBy.isEmpty() ? "" : ", defeated by " + String.join(", ", defeatedBy));
    }

    /** What a rule says, in words, where it may say nothing. */
    String said(Map<String, String> of, String rule) {
        return of.getOrDefault(rule, !rules.contains(rule) ? NO_RULE : knowsSilentRules ? SILENT : UNTOLD);
    }
}
