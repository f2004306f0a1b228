package dev.secondsource.comparison;

import dev.secondsource.allocation.Share;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds two decisions against each other. */
final class Comparing {
    private static final Set<String> NOTHING = Set.of(Outline.SILENT, Outline.NOT_ABOUT, Outline.UNTOLD, Outline.NO_RULE);

    /** Known states of a rule that is there and says nothing. */
    static final Set<String> SILENCE = Set.of(Outline.SILENT, Outline.NOT_ABOUT);

    /** The weightiest sayings first; the words begin with the severity. */
    private static final List<String> WEIGHTS = List.of("BLOCKER", "MAJOR", "unknown", "MINOR", "NOTE");

    private final Outline before;
    private final Outline after;
    private final Map<String, RuleChange> ruleChanges;
    private final String unexplained;
    private final Map<String, String> causes = new HashMap<>();
    private final SortedMap<String, Map<Change<String>, Integer>> sayings = new TreeMap<>();

    Comparing(Outline before, Outline after, @Nullable List<RuleChange> ruleChanges) {
        this.before = before;
        this.after = after;
        this.ruleChanges = ruleChanges == null ? Map.of() : ruleChanges.stream().collect(Collectors.toMap(RuleChange::id, Function.identity()));
        this.unexplained = ruleChanges == null && !Objects.equals(before.inputs().get("rules"), after.inputs().get("rules")) ? DecisionChange.UNTOLD : DecisionChange.INDIRECT;
    }

    DecisionChange change() {
        List<DecisionChange.Workload> workloads = new ArrayList<>();
        List<DecisionChange.Chosen> chosen = new ArrayList<>();
        for (Change<Outline.Workload> pair : pairs(before.workloads(), after.workloads(), Outline.Workload::id)) workloads.add(workload(pair, chosen));
        List<DecisionChange.Reviewed> review = review();
        List<DecisionChange.Saying> said = new ArrayList<>();
        sayings.forEach((rule, counts) -> counts.forEach((words, subjects) -> said.add(new DecisionChange.Saying(rule, words, subjects, cause(rule)))));
        return new DecisionChange(after.profile(), inputs(), new Change<>(before.status(), after.status()), new Change<>(before.perMonth(), after.perMonth()),
                workloads, chosen, shares(), layers(), review, said);
    }

    /** The same things on both sides, in the order of the later; what only the earlier has comes last. */
    private static <T> List<Change<T>> pairs(List<T> old, List<T> young, Function<T, String> id) {
        Map<String, T> was = byId(old, id);
        Map<String, T> is = byId(young, id);
        Set<String> ids = new LinkedHashSet<>(is.keySet());
        ids.addAll(was.keySet());
        return ids.stream().map(i -> new Change<>(was.get(i), is.get(i))).toList();
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private DecisionChange.Workload workload(Change<Outline.Workload> pair, List<DecisionChange.Chosen> chosen) {
        Outline.Workload any = any(pair);
        List<Change<Outline.Candidate>> all = pairs(candidates(pair.before()), candidates(pair.after()), Outline.Candidate::offer);
        List<DecisionChange.Candidate> candidates = new ArrayList<>();
        Set<String> held = held(pair);
        for (Change<Outline.Candidate> c : all) {
            List<DecisionChange.Reason> reasons = c.before() == null || c.after() == null ? List.of() : reasons(c.before().said(), c.after().said());
            candidate(c, reasons).ifPresent(candidates::add);
            if (held.contains(any(c).offer()) && !reasons.isEmpty()) chosen.add(new DecisionChange.Chosen(any.id(), any(c).offer(), reasons));
        }
        candidates.sort(Comparator.comparing((DecisionChange.Candidate c) -> !c.verdict().differs())
                .thenComparing(c -> DecisionChange.best(c.rank())).thenComparing(DecisionChange.Candidate::offer));
        Change<Outline.Candidate> winner = new Change<>(winner(pair.before()), winner(pair.after()));
        return new DecisionChange.Workload(any.id(), any.unit(), winner.map(Outline.Candidate::offer), winner.map(Outline.Candidate::verdict),
                winner.map(Outline.Candidate::perUnit), new Change<>(pair.before() != null, pair.after() != null), all.size(), candidates);
    }

    /** Offers of a workload that win it or have a share of it, before or after. */
    private Set<String> held(Change<Outline.Workload> pair) {
        Set<String> held = new TreeSet<>();
        for (Outline.Candidate winner : new Outline.@Nullable Candidate[] {winner(pair.before()), winner(pair.after())}) if (winner != null) held.add(winner.offer());
        for (List<Share> shares : List.of(before.shares(), after.shares()))
            shares.stream().filter(s -> s.workload().equals(any(pair).id())).forEach(s -> held.add(s.offer()));
        return held;
    }

    private static Outline.@Nullable Candidate winner(Outline.@Nullable Workload workload) {
        return candidates(workload).stream().filter(c -> c.offer().equals(Objects.requireNonNull(workload).winner())).findFirst().orElse(null);
    }

    private static List<Outline.Candidate> candidates(Outline.@Nullable Workload workload) {
        return workload == null ? List.of() : workload.candidates();
    }

    private static <T> T any(Change<T> pair) {
        return pair.after() != null ? pair.after() : Objects.requireNonNull(pair.before());
    }

    private static Optional<DecisionChange.Candidate> candidate(Change<Outline.Candidate> c, List<DecisionChange.Reason> reasons) {
        DecisionChange.Candidate change = new DecisionChange.Candidate(any(c).offer(), c.map(Outline.Candidate::verdict), c.map(Outline.Candidate::rank),
                c.map(Outline.Candidate::score), c.map(Outline.Candidate::perMonth), reasons);
        return change.verdict().differs() || change.rank().differs() || change.perMonth().differs() ? Optional.of(change) : Optional.empty();
    }

    private List<DecisionChange.Reviewed> review() {
        TreeSet<String> subjects = new TreeSet<>(before.review().keySet());
        subjects.addAll(after.review().keySet());
        List<DecisionChange.Reviewed> changes = new ArrayList<>();
        for (String subject : subjects) {
            List<DecisionChange.Reason> reasons = reasons(before.review().getOrDefault(subject, Map.of()), after.review().getOrDefault(subject, Map.of()));
            if (!reasons.isEmpty()) changes.add(new DecisionChange.Reviewed(subject, reasons));
        }
        return changes;
    }

    private List<DecisionChange.Reason> reasons(Map<String, String> old, Map<String, String> young) {
        TreeSet<String> rules = new TreeSet<>(old.keySet());
        rules.addAll(young.keySet());
        List<DecisionChange.Reason> reasons = new ArrayList<>();
        for (String rule : rules) {
            Change<String> said = new Change<>(before.said(old, rule), after.said(young, rule));
            boolean isQuiet = NOTHING.contains(said.before()) && NOTHING.contains(said.after());
            if (!said.differs() || isQuiet && !(SILENCE.contains(said.before()) && SILENCE.contains(said.after()))) continue;
            sayings.computeIfAbsent(rule, k -> new LinkedHashMap<>()).merge(said, 1, Integer::sum);
            if (isQuiet) continue;
            reasons.add(new DecisionChange.Reason(rule, said, cause(rule)));
        }
        reasons.sort(Comparator.comparing((DecisionChange.Reason r) -> Math.min(weight(r.said().before()), weight(r.said().after())))
                .thenComparing(DecisionChange.Reason::rule));
        return reasons;
    }

    private static int weight(@Nullable String said) {
        for (int i = 0; i < WEIGHTS.size(); i++) if (said != null && said.startsWith(WEIGHTS.get(i))) return said.contains("defeated") ? WEIGHTS.size() : i;
        return WEIGHTS.size();
    }

    private String cause(String rule) {
        return causes.computeIfAbsent(rule, this::causeOf);
    }

    private String causeOf(String id) {
        RuleChange change = ruleChanges.get(id);
        if (change != null && change.kind() == RuleChange.Kind.ADDED || !before.rules().contains(id)) return "the rule is new";
        if (change != null && change.kind() == RuleChange.Kind.REMOVED || !after.rules().contains(id)) return "the rule is gone";
        Set<String> keys = new TreeSet<>(before.policyKeys().getOrDefault(id, Set.of()));
        keys.addAll(after.policyKeys().getOrDefault(id, Set.of()));
        List<String> causes = new ArrayList<>(keys.stream().filter(key -> !text(before, key).equals(text(after, key)))
                .map(key -> key + " " + text(before, key) + " → " + text(after, key)).toList());
        if (change != null) causes.add("the rule changed: " + String.join(", ", change.parts()));
        return causes.isEmpty() ? unexplained : String.join("; ", causes);
    }

    private static String text(Outline outline, String key) {
        BigDecimal value = outline.policy().get(key);
        return value == null ? "none" : value.stripTrailingZeros().toPlainString();
    }

    /** What the decisions rest on where it differs, thresholds too. */
    private List<DecisionChange.Input> inputs() {
        List<DecisionChange.Input> inputs = new ArrayList<>();
        after.inputs().forEach((name, value) -> add(inputs, name, before.inputs().get(name), value));
        TreeSet<String> keys = new TreeSet<>(before.policy().keySet());
        keys.addAll(after.policy().keySet());
        keys.forEach(key -> add(inputs, "policy." + key, text(before, key), text(after, key)));
        return inputs;
    }

    private static void add(List<DecisionChange.Input> inputs, String name, @Nullable String was, String is) {
        if (!is.equals(was)) inputs.add(new DecisionChange.Input(name, new Change<>(was, is)));
    }

    private List<DecisionChange.Share> shares() {
        List<DecisionChange.Share> changes = new ArrayList<>();
        List<Change<Share>> all = new ArrayList<>(pairs(before.shares(), after.shares(), s -> s.workload() + " <- " + s.offer()));
        all.sort(Comparator.comparing((Change<Share> s) -> any(s).workload()).thenComparing(s -> any(s).offer()));
        for (Change<Share> s : all) {
            Change<BigDecimal> share = s.map(Share::share);
            Change<Money> perMonth = s.map(Share::perMonth);
            if (share.differs() || perMonth.differs()) changes.add(new DecisionChange.Share(any(s).workload(), any(s).offer(), share, perMonth));
        }
        return changes;
    }

    private List<DecisionChange.Layer> layers() {
        List<DecisionChange.Layer> layers = new ArrayList<>();
        for (Change<Outline.Layer> layer : pairs(before.layers(), after.layers(), Outline.Layer::name)) {
            Set<String> entities = new TreeSet<>();
            for (Outline.Layer side : new Outline.@Nullable Layer[] {layer.before(), layer.after()}) if (side != null) entities.addAll(side.shares().keySet());
            List<DecisionChange.Held> held = entities.stream().map(e -> new DecisionChange.Held(e, layer.map(l -> l.shares().get(e)))).filter(h -> h.share().differs()).toList();
            DecisionChange.Layer change = new DecisionChange.Layer(any(layer).name(), layer.map(Outline.Layer::hhi), layer.map(Outline.Layer::effectiveNumber), held);
            if (change.hhi().differs() || change.effectiveNumber().differs() || !held.isEmpty()) layers.add(change);
        }
        return layers;
    }
}
