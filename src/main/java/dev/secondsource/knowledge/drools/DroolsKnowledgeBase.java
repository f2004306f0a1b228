package dev.secondsource.knowledge.drools;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;
import org.jspecify.annotations.Nullable;

/** The rules, compiled, as a {@link KnowledgeBase}. */
final class DroolsKnowledgeBase implements KnowledgeBase {
    /** Bands of equal weight are told apart by what they say, so that the order of firing never shows. */
    private static final java.util.Comparator<Finding> HEAVIER = java.util.Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.state() == State.FIRED).thenComparing(Finding::sentence);

    private final List<Rule> rules;
    private final PolicyBook policyBook;
    private final String sha256;
    private final KieBase base;
    private final Scopes scopes;
    private final Defeats defeats;
    private final Map<String, RuleBand> bands = new HashMap<>();

    DroolsKnowledgeBase(List<Rule> rules, PolicyBook policyBook, String sha256, Model model) {
        this.rules = rules.stream().sorted(java.util.Comparator.comparing(Rule::id)).toList();
        this.policyBook = policyBook;
        this.sha256 = sha256;
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
        this.scopes = Scopes.of(rules);
        this.defeats = Defeats.of(rules);
        for (Rule rule : rules) for (Rule.Band band : rule.bands()) bands.put(band.name(), RuleBand.of(rule, band));
    }

    /** A band with its words resolved once. */
    private record RuleBand(Rule rule, Rule.Band band, SortedMap<String, Vocabulary.Word> inputs) {
        static RuleBand of(Rule rule, Rule.Band band) {
            Class<?> fact = Vocabulary.SUBJECTS.get(rule.subject());
            SortedMap<String, Vocabulary.Word> words = new TreeMap<>();
            band.inputs().forEach((variable, path) -> words.put(variable, Vocabulary.word(fact, path).orElseThrow()));
            return new RuleBand(rule, band, words);
        }
    }

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
    public Judgement judge(List<? extends Subject> subjects, Policy policy) {
        SortedMap<String, String> broken = new TreeMap<>();
        Findings sink = ask(subjects, policy, broken);
        Map<Scopes.Scope, Set<Object>> inScope = new HashMap<>();
        for (Match match : sink.scopes())
            inScope.computeIfAbsent(scopes.byRuleName(match.getRule().getName()), k -> new HashSet<>()).add(id(match.getDeclarationValue("$subject")));
        Map<String, Map<String, Finding>> heaviest = new TreeMap<>();
        for (Match match : sink.matches()) {
            RuleBand band = bands.get(match.getRule().getName());
            Subject subject = (Subject) match.getDeclarationValue(band.band().subjectVariable());
            if (!missing(band, subject).isEmpty()) continue;
            keepHeavier(heaviest, fired(band, subject, policy));
        }
        SortedMap<String, SortedMap<String, State>> states = new TreeMap<>();
        for (Rule rule : rules) {
            SortedMap<String, State> ofRule = states.computeIfAbsent(rule.id(), k -> new TreeMap<>());
            for (Subject subject : subjects) {
                if (!Vocabulary.SUBJECTS.get(rule.subject()).isInstance(subject)) continue;
                ofRule.put(subject.id(), state(rule, subject, inScope, heaviest));
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map<String, Finding> ofSubject : heaviest.values()) findings.addAll(defeats.resolve(List.copyOf(ofSubject.values())));
        return new Judgement(findings, states, broken);
    }

    private Findings ask(List<? extends Subject> subjects, Policy policy, SortedMap<String, String> broken) {
        Findings sink = new Findings();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", sink);
            session.insert(policy);
            subjects.forEach(session::insert);
            // A rule that throws ends the round; the next round goes on with the rest.
            for (int round = 0; round <= rules.size(); round++) {
                try {
                    session.fireAllRules();
                    return sink;
                } catch (ConsequenceException e) {
                    broken.put(e.getMatch().getRule().getName(), String.valueOf(e.getCause()));
                } catch (RuntimeException e) {
                    broken.put("?", String.valueOf(e.getMessage()));
                }
            }
            return sink;
        } finally {
            session.dispose();
        }
    }

    private State state(Rule rule, Subject subject, Map<Scopes.Scope, Set<Object>> inScope, Map<String, Map<String, Finding>> heaviest) {
        boolean concerned = false;
        List<String> missing = new ArrayList<>();
        RuleBand unknown = null;
        for (Rule.Band band : rule.bands()) {
            if (!inScope.getOrDefault(new Scopes.Scope(rule.subject(), band.scope()), Set.of()).contains(subject.id())) continue;
            concerned = true;
            List<String> names = missing(bands.get(band.name()), subject);
            if (!names.isEmpty() && (unknown == null || band.severity().compareTo(unknown.band().severity()) > 0)) unknown = bands.get(band.name());
            missing.addAll(names);
        }
        // A gate that cannot be judged is not opened by a lighter band of the same rule that could.
        if (unknown != null) keepHeavier(heaviest, unknown(unknown, subject, missing));
        Finding found = heaviest.getOrDefault(subject.id(), Map.of()).get(rule.id());
        if (found != null) return found.state();
        return concerned ? State.NOT_FIRED : State.NOT_APPLICABLE;
    }

    private static void keepHeavier(Map<String, Map<String, Finding>> heaviest, Finding finding) {
        heaviest.computeIfAbsent(finding.subject(), k -> new TreeMap<>())
                .merge(finding.rule(), finding, java.util.function.BinaryOperator.maxBy(HEAVIER));
    }

    private Finding fired(RuleBand ruleBand, Subject subject, Policy policy) {
        Rule.Band band = ruleBand.band();
        SortedMap<String, String> values = new TreeMap<>();
        Map<String, String> printed = new HashMap<>();
        Set<String> paths = new TreeSet<>(band.inputs().values());
        ruleBand.inputs().forEach((variable, word) -> {
            Object value = word.read(subject);
            values.put(variable.substring(1), plain(value));
            printed.put(variable.substring(1), Sentence.print(value, word.meaning() == null ? Meaning.Unit.PLAIN : word.meaning().unit(), subject.moneyUnit()));
        });
        List<PolicyValue> thresholds = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(band.thresholds().values());
        for (String key : keys) thresholds.add(policy.value(key));
        band.thresholds().forEach((variable, key) -> {
            PolicyValue value = policy.value(key);
            printed.put(variable.substring(1), Sentence.print(value.value(), Sentence.unit(value.unit()), subject.moneyUnit()));
        });
        List<Evidence> evidence = paths.stream().flatMap(p -> subject.evidence(p).stream()).sorted().distinct().toList();
        String mitigation = band.mitigation() == null ? null : Sentence.fill(band.mitigation(), printed);
        return Finding.fired(ruleBand.rule().id(), subject.id(), band.state(), band.severity(), band.effect(), values, thresholds,
                evidence, Sentence.fill(band.says(), printed), mitigation);
    }

    private static Finding unknown(RuleBand ruleBand, Subject subject, List<String> missing) {
        Rule.Band band = ruleBand.band();
        List<String> names = missing.stream().distinct().toList();
        return Finding.unknown(ruleBand.rule().id(), subject.id(), band.severity(), band.effect(), names,
                "Not known: the " + String.join(", the ", names) + ".");
    }

    private static List<String> missing(RuleBand band, Subject subject) {
        List<String> names = new ArrayList<>();
        band.inputs().forEach((variable, word) -> {
            if (word.read(subject) == null) names.add(name(band.band().inputs().get(variable), word.meaning()));
        });
        return names;
    }

    private static String name(String path, @Nullable Meaning meaning) {
        String words = meaning == null ? path : meaning.value();
        String part = part(path);
        return part.equals("designer") || part.equals("provider") ? words + " (" + part + ")" : words;
    }

    private static String part(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) return Decimals.plain(decimal).toPlainString();
        if (value instanceof List<?> list) return String.join(", ", list.stream().map(String::valueOf).toList());
        return String.valueOf(value);
    }

    private static Object id(Object subject) {
        return ((Subject) subject).id();
    }
}
