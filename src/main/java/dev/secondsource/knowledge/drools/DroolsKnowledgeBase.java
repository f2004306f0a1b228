package dev.secondsource.knowledge.drools;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.rule.Match;

/** The rules, compiled, as a {@link KnowledgeBase}. */
final class DroolsKnowledgeBase implements KnowledgeBase {
    /** Of two findings of one rule about one subject the heavier counts; what fired before what is not known. */
    private static final Comparator<Finding> HEAVIER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.state() == State.FIRED).thenComparing(Finding::sentence);

    private final List<Rule> rules;
    private final PolicyBook policyBook;
    private final String sha256;
    private final KieBase base;
    private final Scopes scopes;
    private final Defeats defeats;
    private final Map<String, Band> bands = new HashMap<>();

    DroolsKnowledgeBase(List<Rule> rules, PolicyBook policyBook, String sha256, Model model) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        this.policyBook = policyBook;
        this.sha256 = sha256;
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
        this.scopes = Scopes.of(rules);
        this.defeats = Defeats.of(rules);
        for (Rule rule : rules) for (Rule.Band band : rule.bands()) bands.put(band.name(), new Band(rule, band, scopes.position(rule, band)));
    }

    /** A band with its rule and the position of its scope. */
    private record Band(Rule rule, Rule.Band said, int scope) {}

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public PolicyBook policyBook() {
        return policyBook;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public Defeats defeats() {
        return defeats;
    }

    @Override
    public Judgement judge(List<? extends Subject> subjects, Policy policy, Predicate<Rule> asked) {
        List<Band> questions = bands.values().stream().filter(b -> asked.test(b.rule)).sorted(Comparator.comparing(b -> b.said.name())).toList();
        SortedMap<String, String> broken = new TreeMap<>();
        Findings sink = Session.ask(base, subjects, policy, names(questions), broken);

        Map<Subject, Integer> positions = new IdentityHashMap<>();
        for (int i = 0; i < subjects.size(); i++) positions.put(subjects.get(i), i);
        Match[][] inScope = new Match[scopes.all().size()][];
        for (Match match : sink.scopes()) {
            int scope = Scopes.position(match.getRule().getName());
            if (inScope[scope] == null) inScope[scope] = new Match[subjects.size()];
            inScope[scope][positions.get((Subject) match.getDeclarationValue("$subject"))] = match;
        }

        Map<String, Finding[]> heaviest = new TreeMap<>();
        for (Band band : questions) heaviest.computeIfAbsent(band.rule.id(), k -> new Finding[subjects.size()]);
        for (Match match : sink.matches()) {
            Band band = bands.get(match.getRule().getName());
            Subject subject = (Subject) match.getDeclarationValue(band.said.subjectVariable());
            Finding fired = fired(band, match, subject, policy);
            if (fired != null) keepHeavier(heaviest.get(band.rule.id()), positions.get(subject), fired);
        }
        Map<String, State[]> states = states(questions, subjects, inScope, heaviest);

        List<Finding> findings = new ArrayList<>();
        for (Finding[] row : heaviest.values()) for (Finding finding : row) if (finding != null) findings.add(finding);
        return new Judgement(defeats.resolveAll(findings), new States(subjects.stream().map(Subject::id).toList(), states), broken);
    }

    private Set<String> names(List<Band> questions) {
        Set<String> names = new HashSet<>();
        for (Band band : questions) {
            names.add(band.said.name());
            names.add(Scopes.ruleName(band.scope));
        }
        return names;
    }

    /** Tells what each rule said of each subject, and adds the findings of those that could not judge. */
    private Map<String, State[]> states(List<Band> questions, List<? extends Subject> subjects, Match[][] inScope, Map<String, Finding[]> heaviest) {
        Map<String, State[]> states = new HashMap<>();
        Map<String, List<Band>> byRule = new TreeMap<>();
        for (Band band : questions) byRule.computeIfAbsent(band.rule.id(), k -> new ArrayList<>()).add(band);
        byRule.forEach((rule, ofRule) -> {
            Finding[] found = heaviest.get(rule);
            State[] row = new State[subjects.size()];
            Class<?> about = Vocabulary.SUBJECTS.get(ofRule.get(0).rule.subject());
            for (int i = 0; i < row.length; i++) {
                if (!about.isInstance(subjects.get(i))) continue;
                boolean concerned = false;
                Band heaviestUnknown = null;
                List<String> missing = List.of();
                for (Band band : ofRule) {
                    Match match = inScope[band.scope] == null ? null : inScope[band.scope][i];
                    if (match == null) continue;
                    concerned = true;
                    List<String> names = missing(band, scopes.all().get(band.scope), match);
                    if (names.isEmpty()) continue;
                    if (heaviestUnknown == null || band.said.severity().compareTo(heaviestUnknown.said.severity()) > 0) heaviestUnknown = band;
                    missing = missing.isEmpty() ? names : concat(missing, names);
                }
                // A gate that cannot be judged is not opened by a lighter band of the same rule that could.
                if (heaviestUnknown != null && (found[i] == null || heaviestUnknown.said.severity() == Severity.BLOCKER))
                    keepHeavier(found, i, unknown(heaviestUnknown, subjects.get(i), missing));
                row[i] = found[i] != null ? found[i].state() : concerned ? State.NOT_FIRED : State.NOT_APPLICABLE;
            }
            states.put(rule, row);
        });
        return states;
    }

    private static void keepHeavier(Finding[] row, int position, Finding finding) {
        row[position] = row[position] == null || HEAVIER.compare(finding, row[position]) > 0 ? finding : row[position];
    }

    /** The finding of a match; null if a value it must know is missing, which the condition may not have noticed. */
    private static @Nullable Finding fired(Band band, Match match, Subject subject, Policy policy) {
        Rule.Band said = band.said;
        SortedMap<String, String> values = new TreeMap<>();
        Map<String, String> printed = new HashMap<>();
        Set<Evidence> evidence = new LinkedHashSet<>();
        for (Map.Entry<String, Rule.Input> input : said.inputs().entrySet()) {
            Object value = match.getDeclarationValue(input.getKey());
            if (value == null) return null;
            String name = input.getKey().substring(1);
            values.put(name, plain(value));
            printed.put(name, Sentence.print(value, input.getValue().unit(), subject.moneyUnit()));
            evidence.addAll(subject.evidence(input.getValue().path()));
        }
        List<PolicyValue> thresholds = new ArrayList<>();
        said.thresholds().forEach((variable, key) -> {
            PolicyValue value = policy.value(key);
            if (!thresholds.contains(value)) thresholds.add(value);
            printed.put(variable.substring(1), Sentence.print(value.value(), Sentence.unit(value.unit()), subject.moneyUnit()));
        });
        return Finding.fired(band.rule.id(), subject.id(), said.state(), said.severity(), said.effect(), values, thresholds,
                List.copyOf(evidence), Sentence.fill(said.says(), printed), said.mitigation() == null ? null : Sentence.fill(said.mitigation(), printed));
    }

    private static Finding unknown(Band band, Subject subject, List<String> missing) {
        List<String> names = missing.stream().distinct().toList();
        return Finding.unknown(band.rule.id(), subject.id(), band.said.severity(), band.said.effect(), names, "Not known: the " + String.join(", the ", names) + ".");
    }

    private static List<String> missing(Band band, Scopes.Scope scope, Match match) {
        List<String> names = List.of();
        for (Rule.Input input : band.said.inputs().values())
            if (match.getDeclarationValue(scope.variable(input.path())) == null) names = concat(names, List.of(name(input)));
        return names;
    }

    private static String name(Rule.Input input) {
        for (String party : List.of("designer", "provider")) if (input.path().startsWith(party + ".")) return input.meaning() + " (" + party + ")";
        return input.meaning();
    }

    private static List<String> concat(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static String plain(Object value) {
        if (value instanceof BigDecimal decimal) return Decimals.plain(decimal).toPlainString();
        if (value instanceof List<?> list) return String.join(", ", list.stream().map(String::valueOf).toList());
        return String.valueOf(value);
    }
}
