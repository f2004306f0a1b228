package dev.secondsource.knowledge.drools;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Remark;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.States;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;

/** The rules, compiled, as a {@link KnowledgeBase}. */
final class DroolsKnowledgeBase implements KnowledgeBase {
    /** Of two findings of one rule about one subject the heavier counts; what fired before what is not known. */
    private static final Comparator<Finding> HEAVIER = Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.remark().severity())
            .thenComparing(f -> f.state() == State.FIRED).thenComparing(Finding::sentence);

    /** Subjects asked of at once where none hangs on another: what a session holds of each is many times the subject itself. */
    static final int ROUND = 2000;

    private final List<Rule> rules;
    private final PolicyBook policyBook;
    private final String sha256;
    private final Scopes scopes;
    private final Defeats defeats;
    private final Map<Stage, Staged> stages = new EnumMap<>(Stage.class);

    DroolsKnowledgeBase(List<Rule> rules, PolicyBook policyBook, String sha256, Model model) {
        this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
        this.policyBook = policyBook;
        this.sha256 = sha256;
        this.scopes = Scopes.of(rules);
        this.defeats = Defeats.of(rules);
        for (Stage stage : Stage.values()) stages.put(stage, staged(stage, model));
    }

    /**
     * The rules of one stage, compiled.
     *
     * @param bands by DRL name, in a fixed order
     * @param eachByItself no rule of them looks at two subjects at once
     */
    private record Staged(Session session, SortedMap<String, Band> bands, boolean eachByItself) {}

    private Staged staged(Stage stage, Model model) {
        List<Rule> ofStage = rules.stream().filter(rule -> rule.stage() == stage).toList();
        Set<String> names = new HashSet<>();
        for (Rule rule : ofStage) for (Rule.Band band : rule.bands()) {
            names.add(band.name());
            names.add(Scopes.ruleName(scopes.position(rule, band)));
        }
        Session session = new Session(model, names);
        SortedMap<String, Band> bands = new TreeMap<>();
        boolean eachByItself = true;
        for (Rule rule : ofStage) for (Rule.Band band : rule.bands()) {
            GroupElement condition = ((RuleImpl) session.base().getRule(RuleCompiler.PACKAGE, band.name())).getLhs();
            Map<String, Declaration> declared = condition.getOuterDeclarations();
            eachByItself &= looksAtOne(condition);
            List<Band.Word> words = new ArrayList<>();
            band.inputs().forEach((variable, input) -> words.add(new Band.Word(variable, input, input.asked(), declared.get(variable))));
            bands.put(band.name(), new Band(rule, band, scopes.position(rule, band), words));
        }
        return new Staged(session, bands, eachByItself);
    }

    private static boolean looksAtOne(GroupElement condition) {
        return condition.getChildren().stream().skip(1).allMatch(further -> further instanceof Pattern pattern && pattern.getObjectType().isAssignableFrom(Policy.class));
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
    public Defeats defeats() {
        return defeats;
    }

    @Override
    public Judgement judge(List<? extends Subject> subjects, Policy policy, Stage stage) {
        Staged staged = stages.get(stage);
        if (staged.eachByItself && subjects.size() > ROUND) {
            List<Judgement> rounds = rounds(subjects).parallelStream().map(round -> judge(staged, round, policy)).toList();
            if (rounds.stream().allMatch(round -> round.broken().isEmpty())) return Judgement.joined(rounds);
        }
        return judge(staged, subjects, policy);
    }

    private static List<List<? extends Subject>> rounds(List<? extends Subject> subjects) {
        List<List<? extends Subject>> rounds = new ArrayList<>();
        for (int from = 0; from < subjects.size(); from += ROUND) rounds.add(subjects.subList(from, Math.min(from + ROUND, subjects.size())));
        return rounds;
    }

    private Judgement judge(Staged staged, List<? extends Subject> subjects, Policy policy) {
        SortedMap<String, String> broken = new TreeMap<>();
        Findings sink = staged.session.ask(subjects, policy, broken);

        Map<Object, Integer> positions = new IdentityHashMap<>();
        for (int i = 0; i < subjects.size(); i++) positions.put(subjects.get(i), i);
        BitSet[] inScope = new BitSet[scopes.all().size()];
        for (Match match : sink.scopes()) {
            int scope = Scopes.position(match.getRule().getName());
            if (inScope[scope] == null) inScope[scope] = new BitSet(subjects.size());
            inScope[scope].set(positions.get(match.getDeclarationValue("$subject")));
        }

        Remarks remarks = new Remarks(policy);
        Map<String, Finding[]> heaviest = new TreeMap<>();
        for (Band band : staged.bands.values()) heaviest.computeIfAbsent(band.rule().id(), k -> new Finding[subjects.size()]);
        for (Match match : sink.matches()) {
            Band band = staged.bands.get(match.getRule().getName());
            Subject subject = (Subject) match.getDeclarationValue(band.said().subjectVariable());
            Finding fired = fired(band, subject, remarks);
            if (fired != null) keepHeavier(heaviest.get(band.rule().id()), positions.get(subject), fired);
        }
        Map<String, State[]> states = states(staged.bands.values(), subjects, inScope, heaviest, broken.keySet(), remarks);

        List<Finding> findings = new ArrayList<>();
        for (Finding[] row : heaviest.values()) for (Finding finding : row) if (finding != null) findings.add(finding);
        return Judgement.of(findings, new States(subjects.stream().map(Subject::id).toList(), states), broken, defeats);
    }

    /** Tells what each rule said of each subject, and adds the findings of those that could not judge. */
    private static Map<String, State[]> states(Collection<Band> questions, List<? extends Subject> subjects, BitSet[] inScope, Map<String, Finding[]> heaviest,
            Set<String> broken, Remarks remarks) {
        Map<String, State[]> states = new HashMap<>();
        Map<String, List<Band>> byRule = new TreeMap<>();
        for (Band band : questions) byRule.computeIfAbsent(band.rule().id(), k -> new ArrayList<>()).add(band);
        byRule.forEach((rule, ofRule) -> {
            Finding[] found = heaviest.get(rule);
            State[] row = new State[subjects.size()];
            Class<?> about = Vocabulary.SUBJECTS.get(ofRule.get(0).rule().subject());
            for (int i = 0; i < row.length; i++) {
                if (!about.isInstance(subjects.get(i))) continue;
                boolean concerned = false;
                Band heaviestUnknown = null;
                List<String> missing = List.of();
                for (Band band : ofRule) {
                    if (inScope[band.scope()] == null || !inScope[band.scope()].get(i)) continue;
                    concerned = true;
                    List<String> names = broken.contains(band.said().name()) ? List.of("the answer of the rule " + rule + ", which failed") : missing(band, subjects.get(i));
                    if (names.isEmpty()) continue;
                    if (heaviestUnknown == null || band.said().severity().compareTo(heaviestUnknown.said().severity()) > 0) heaviestUnknown = band;
                    missing = missing.isEmpty() ? names : concat(missing, names);
                }
                // A gate that cannot be judged is not opened by a lighter band of the same rule that could.
                if (heaviestUnknown != null && (found[i] == null || heaviestUnknown.said().severity() == Severity.BLOCKER))
                    keepHeavier(found, i, Finding.unknown(subjects.get(i).id(), remarks.unknown(heaviestUnknown, missing)));
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
    private static @Nullable Finding fired(Band band, Subject subject, Remarks remarks) {
        List<Object> values = new ArrayList<>(band.words().size());
        List<Evidence> evidence = new ArrayList<>();
        for (Band.Word word : band.words()) {
            Object value = word.of(subject);
            if (value == null) return null;
            values.add(value);
            evidence.addAll(subject.evidence(word.input().path()));
        }
        return Finding.fired(subject.id(), remarks.fired(band, values, subject.moneyUnit()), evidence);
    }

    private static List<String> missing(Band band, Subject subject) {
        List<String> names = List.of();
        for (Band.Word word : band.words()) if (word.of(subject) == null) names = concat(names, List.of(word.asked()));
        return names;
    }

    private static List<String> concat(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
