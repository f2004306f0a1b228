package dev.secondsource.authoring;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds two decisions of one profile against each other. */
final class Comparing {
    private static final String SILENT = "silent";
    private static final String NOT_ABOUT = "not about it";
    private static final String NO_RULE = "no such rule";

    /** The weightiest sayings first; the words begin with the severity. */
    private static final List<String> WEIGHTS = List.of("BLOCKER", "MAJOR", "unknown", "MINOR", "NOTE");

    private final Decision before;
    private final Decision after;
    private final Map<String, Rule> rulesAfter;
    private final Map<String, RuleChange> ruleChanges;
    private final Map<String, String> causes = new HashMap<>();
    private final SortedMap<String, Map<Change<String>, Integer>> sayings = new TreeMap<>();

    Comparing(List<Rule> rulesAfter, List<RuleChange> ruleChanges, Change<Decision> decision) {
        this.before = Objects.requireNonNull(decision.before());
        this.after = Objects.requireNonNull(decision.after());
        this.rulesAfter = byId(rulesAfter);
        this.ruleChanges = ruleChanges.stream().collect(Collectors.toMap(RuleChange::id, Function.identity()));
    }

    DecisionChange change() {
        List<DecisionChange.Workload> workloads = new ArrayList<>();
        for (int i = 0; i < after.workloads().size(); i++) workloads.add(workload(before.workloads().get(i), after.workloads().get(i)));
        List<DecisionChange.Reviewed> review = review();
        List<DecisionChange.Saying> said = new ArrayList<>();
        sayings.forEach((rule, counts) -> counts.forEach((words, subjects) -> said.add(new DecisionChange.Saying(rule, words, subjects, cause(rule)))));
        return new DecisionChange(after.profile().id(), new Change<>(before.allocation().status(), after.allocation().status()),
                new Change<>(before.allocation().perMonth(), after.allocation().perMonth()), workloads, shares(), review, said);
    }

    private DecisionChange.Workload workload(WorkloadDecision old, WorkloadDecision young) {
        Map<String, Assessed> byOffer = new HashMap<>();
        old.candidates().forEach(c -> byOffer.put(c.offer().id(), c));
        List<DecisionChange.Candidate> candidates = new ArrayList<>();
        for (Assessed is : young.candidates()) candidate(byOffer.get(is.offer().id()), is).ifPresent(candidates::add);
        candidates.sort(Comparator.comparing((DecisionChange.Candidate c) -> !c.verdict().differs())
                .thenComparing(c -> DecisionChange.best(c.rank())).thenComparing(DecisionChange.Candidate::offer));
        return new DecisionChange.Workload(young.workload().id(),
                new Change<>(old.winner().map(w -> w.offer().id()).orElse(null), young.winner().map(w -> w.offer().id()).orElse(null)),
                young.candidates().size(), candidates);
    }

    private Optional<DecisionChange.Candidate> candidate(Assessed was, Assessed is) {
        List<DecisionChange.Reason> reasons = reasons(said(was, before), said(is, after));
        DecisionChange.Candidate change = new DecisionChange.Candidate(is.offer().id(),
                new Change<>(was.verdict().verdict(), is.verdict().verdict()), new Change<>(was.rank(), is.rank()),
                new Change<>(was.score().value(), is.score().value()), new Change<>(perMonth(was), perMonth(is)), reasons);
        return change.verdict().differs() || change.rank().differs() || change.perMonth().differs() ? Optional.of(change) : Optional.empty();
    }

    private List<DecisionChange.Reviewed> review() {
        TreeSet<String> subjects = new TreeSet<>(reviewed(before));
        subjects.addAll(reviewed(after));
        List<DecisionChange.Reviewed> changes = new ArrayList<>();
        for (String subject : subjects) {
            List<DecisionChange.Reason> reasons = reasons(saidInReview(subject, before), saidInReview(subject, after));
            if (!reasons.isEmpty()) changes.add(new DecisionChange.Reviewed(subject, reasons));
        }
        return changes;
    }

    private static List<String> reviewed(Decision decision) {
        States states = decision.review().states();
        return states.rules().stream().flatMap(rule -> states.ofRule(rule).keySet().stream()).distinct().toList();
    }

    private static Map<String, String> saidInReview(String subject, Decision decision) {
        return said(subject, decision.review().states(), decision.review().findings().stream().filter(f -> f.subject().equals(subject)).toList());
    }

    private static Map<String, String> said(Assessed candidate, Decision decision) {
        return said(candidate.candidate().id(), decision.states(), candidate.findings());
    }

    private List<DecisionChange.Reason> reasons(Map<String, String> old, Map<String, String> young) {
        TreeSet<String> rules = new TreeSet<>(old.keySet());
        rules.addAll(young.keySet());
        List<DecisionChange.Reason> reasons = new ArrayList<>();
        for (String rule : rules) {
            Change<String> said = new Change<>(old.getOrDefault(rule, NO_RULE), young.getOrDefault(rule, NO_RULE));
            if (!said.differs() || isNothing(said)) continue;
            sayings.computeIfAbsent(rule, k -> new LinkedHashMap<>()).merge(said, 1, Integer::sum);
            reasons.add(new DecisionChange.Reason(rule, said, cause(rule)));
        }
        reasons.sort(Comparator.comparing((DecisionChange.Reason r) -> Math.min(weight(r.said().before()), weight(r.said().after())))
                .thenComparing(DecisionChange.Reason::rule));
        return reasons;
    }

    /** A new or lost rule that has nothing to say of the subject. */
    private static boolean isNothing(Change<String> said) {
        List<String> nothing = List.of(SILENT, NOT_ABOUT, NO_RULE);
        return nothing.contains(said.before()) && nothing.contains(said.after());
    }

    private static int weight(@Nullable String said) {
        for (int i = 0; i < WEIGHTS.size(); i++) if (said != null && said.startsWith(WEIGHTS.get(i))) return said.contains("defeated") ? WEIGHTS.size() : i;
        return WEIGHTS.size();
    }

    /** What each rule says of a subject, in words. */
    private static Map<String, String> said(String subject, States states, List<Finding> findings) {
        Map<String, String> said = new HashMap<>();
        states.ofSubject(subject).forEach((rule, state) -> {
            if (state == State.NOT_FIRED) said.put(rule, SILENT);
            if (state == State.NOT_APPLICABLE) said.put(rule, NOT_ABOUT);
        });
        findings.forEach(finding -> said.put(finding.rule(), words(finding)));
        return said;
    }

    private static String words(Finding finding) {
        if (finding.state() == State.UNKNOWN) return "unknown, " + finding.severity();
        return finding.severity() + (finding.effect() == Effect.FOR ? " for" : " against") + (finding.defeatedBy().isEmpty() ? "" : ", defeated by " + String.join(", ", finding.defeatedBy()));
    }

    private static @Nullable Money perMonth(Assessed candidate) {
        return candidate.cost() == null ? null : candidate.cost().perMonth();
    }

    private String cause(String rule) {
        return causes.computeIfAbsent(rule, this::causeOf);
    }

    private String causeOf(String id) {
        RuleChange change = ruleChanges.get(id);
        if (change != null && change.kind() == RuleChange.Kind.ADDED) return "the rule is new";
        if (change != null && change.kind() == RuleChange.Kind.REMOVED) return "the rule is gone";
        List<String> causes = new ArrayList<>(thresholds(rulesAfter.get(id)));
        if (change != null) causes.add("the rule changed: " + String.join(", ", change.parts()));
        return causes.isEmpty() ? "what it reads changed, through other rules or formulas" : String.join("; ", causes);
    }

    /** The thresholds of a rule that hold otherwise in this decision. */
    private List<String> thresholds(Rule rule) {
        return rule.policyKeys().stream().filter(key -> differs(before.policy(), after.policy(), key))
                .map(key -> key + " " + text(before.policy(), key) + " → " + text(after.policy(), key)).toList();
    }

    private static boolean differs(Policy one, Policy other, String key) {
        return !Objects.equals(text(one, key), text(other, key));
    }

    private static String text(Policy policy, String key) {
        PolicyValue value = policy.values().get(key);
        return value == null ? "none" : value.value().stripTrailingZeros().toPlainString();
    }

    private List<DecisionChange.Share> shares() {
        Map<String, Share> old = byOffer(before);
        Map<String, Share> young = byOffer(after);
        TreeSet<String> all = new TreeSet<>(old.keySet());
        all.addAll(young.keySet());
        List<DecisionChange.Share> changes = new ArrayList<>();
        for (String key : all) {
            Share was = old.get(key);
            Share is = young.get(key);
            Share any = was == null ? Objects.requireNonNull(is) : was;
            Change<BigDecimal> share = new Change<>(was == null ? null : was.share(), is == null ? null : is.share());
            Change<Money> perMonth = new Change<>(was == null ? null : was.perMonth(), is == null ? null : is.perMonth());
            if (share.differs() || perMonth.differs()) changes.add(new DecisionChange.Share(any.workload(), any.offer(), share, perMonth));
        }
        return changes;
    }

    private static Map<String, Share> byOffer(Decision decision) {
        Stream<Share> shares = decision.allocation().shares().stream();
        return shares.collect(Collectors.toMap(s -> s.workload() + " <- " + s.offer(), Function.identity()));
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }
}
