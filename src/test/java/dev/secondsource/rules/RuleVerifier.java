package dev.secondsource.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.RuleFiles;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.knowledge.drools.KnowledgeLoader;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks one rule about one fact, with thresholds the test sets itself, whatever {@code policy.yaml} says.
 *
 * <pre>{@code
 * RuleVerifier rule = RuleVerifier.of("CPF-02").with("cpf.clear-win-rho", "0.80").with("cpf.win-rho", "0.90");
 * rule.about(challenger("0.80")).fires(Severity.MAJOR, Effect.FOR);
 * }</pre>
 */
public final class RuleVerifier {
    private static final KnowledgeBase BASE = load();
    private final Rule rule;
    private final Map<String, BigDecimal> thresholds;

    private RuleVerifier(Rule rule, Map<String, BigDecimal> thresholds) {
        this.rule = rule;
        this.thresholds = Map.copyOf(thresholds);
    }

    public static RuleVerifier of(String id) {
        return new RuleVerifier(BASE.rule(id).orElseThrow(() -> new AssertionError("no rule " + id)), Map.of());
    }

    public RuleVerifier with(String policyKey, String value) {
        assertThat(rule.policyKeys()).as("keys that %s reads", rule.id()).contains(policyKey);
        Map<String, BigDecimal> more = new HashMap<>(thresholds);
        more.put(policyKey, new BigDecimal(value));
        return new RuleVerifier(rule, more);
    }

    /** What the rule says of a fact. */
    public Outcome about(Subject subject) {
        assertThat(thresholds.keySet()).as("thresholds the test must set for %s", rule.id()).containsExactlyInAnyOrderElementsOf(rule.policyKeys());
        Policy policy = book(thresholds).resolve(new PolicyChoice("default", Map.of()), LocalDate.of(2026, 1, 1), "test").orThrow();
        Judgement judgement = BASE.judge(List.of(subject), policy);
        assertThat(judgement.broken()).isEmpty();
        return new Outcome(rule, judgement.states().ofRule(rule.id()).get(subject.id()),
                judgement.about(subject.id()).stream().filter(f -> f.rule().equals(rule.id())).findFirst());
    }

    /** The answer, with the assertions tests need. */
    public record Outcome(Rule rule, State state, Optional<Finding> finding) {
        public Finding fires(Severity severity, Effect effect) {
            assertThat(state).as("%s %s", rule.id(), finding).isEqualTo(State.FIRED);
            assertThat(finding.orElseThrow().severity()).as("severity of %s", rule.id()).isEqualTo(severity);
            assertThat(finding.orElseThrow().effect()).as("effect of %s", rule.id()).isEqualTo(effect);
            assertThat(finding.orElseThrow().sentence()).as("sentence of %s", rule.id()).doesNotContain("{").doesNotContain("null");
            return finding.orElseThrow();
        }

        public void staysSilent() {
            assertThat(state).as("%s %s", rule.id(), finding).isEqualTo(State.NOT_FIRED);
        }

        public void doesNotApply() {
            assertThat(state).as("%s %s", rule.id(), finding).isEqualTo(State.NOT_APPLICABLE);
        }

        /** @param missing a part of the name of what must be known */
        public Finding isUnknown(String missing) {
            assertThat(state).as("%s %s", rule.id(), finding).isEqualTo(State.UNKNOWN);
            assertThat(finding.orElseThrow().missing()).as("missing for %s", rule.id()).anySatisfy(m -> assertThat(m).contains(missing));
            return finding.orElseThrow();
        }
    }

    private static KnowledgeBase load() {
        List<RuleSource> sources = RuleFiles.read(Path.of("rules")).orThrow();
        Map<String, BigDecimal> keys = new HashMap<>();
        for (RuleSource source : sources) {
            Matcher key = Pattern.compile("number\\(\\s*\"([^\"]+)\"").matcher(source.text());
            while (key.find()) keys.put(key.group(1), BigDecimal.ZERO);
        }
        return KnowledgeLoader.load(sources, book(keys), "test", Set.of()).orThrow();
    }

    private static PolicyBook book(Map<String, BigDecimal> values) {
        SortedMap<String, PolicyBook.Entry> entries = new TreeMap<>();
        if (BASE != null) for (Rule any : BASE.rules()) for (String key : any.policyKeys()) entries.put(key, entry(key, BigDecimal.ZERO));
        values.forEach((key, value) -> entries.put(key, entry(key, value)));
        SortedMap<String, SortedMap<String, BigDecimal>> variants = new TreeMap<>();
        variants.put("default", new TreeMap<>());
        return new PolicyBook("test", entries, variants);
    }

    private static PolicyBook.Entry entry(String key, BigDecimal value) {
        return new PolicyBook.Entry(key, "ratio", "set by the test", null, null,
                List.of(new PolicyBook.Dated(LocalDate.of(2020, 1, 1), value, Tag.JUDGEMENT, "set by the test")));
    }
}
