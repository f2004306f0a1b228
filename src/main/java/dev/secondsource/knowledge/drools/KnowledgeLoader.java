package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From rule files to a knowledge base: all of it, or every problem found. Each file is read and checked by itself,
 * then the rules as a whole, and only then is anything compiled.
 */
public final class KnowledgeLoader {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]*)\"");

    private KnowledgeLoader() {}

    /**
     * @param sources the rule files, in any order
     * @param policyBook the thresholds
     * @param policyFile its name, for problems
     * @param formulaKeys policy keys that formulas read, so that they do not count as unused
     */
    public static Checked<KnowledgeBase> load(List<RuleSource> sources, PolicyBook policyBook, String policyFile, Set<String> formulaKeys) {
        String sha256 = sha256(sources);
        Optional<CompiledBundle> bundle = CompiledBundle.of(sha256);
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = bundle.map(CompiledBundle::rules).orElseGet(() -> read(sources, policyBook, problems));
        if (problems.isEmpty()) problems.addAll(together(rules, policyBook, policyFile, formulaKeys, Set.of()));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        if (bundle.isPresent()) return Checked.of(new DroolsKnowledgeBase(rules, policyBook, sha256, bundle.get().model()));
        return RuleCompiler.compile(rules).then(compiled -> Checked.of(new DroolsKnowledgeBase(rules, policyBook, sha256,
                Models.instance(compiled.modelClass(), RuleCompiler.loader(compiled)))));
    }

    /** Rules read and checked, not compiled. */
    public static Checked<List<Rule>> check(List<RuleSource> sources, PolicyBook policyBook, String policyFile, Set<String> formulaKeys) {
        Draft draft = draft(sources, policyBook, policyFile, formulaKeys);
        return draft.problems.isEmpty() ? Checked.of(draft.rules) : Checked.wrong(draft.problems);
    }

    /**
     * Rules as far as they can be read.
     *
     * @param rules those without a problem of their own
     * @param problems of the others, and of all together
     */
    public record Draft(List<Rule> rules, List<Problem> problems) {
        public Draft {
            rules = List.copyOf(rules);
            problems = List.copyOf(problems);
        }
    }

    /** The same, with the good rules even if others are bad; what a bad file mentions is neither unused nor unknown. */
    public static Draft draft(List<RuleSource> sources, PolicyBook policyBook, String policyFile, Set<String> formulaKeys) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = read(sources, policyBook, problems);
        Set<String> good = rules.stream().map(Rule::file).collect(Collectors.toSet());
        Set<String> mentioned = new HashSet<>();
        for (RuleSource source : sources) {
            Matcher text = QUOTED.matcher(source.text());
            while (!good.contains(source.path()) && text.find()) mentioned.add(text.group(1));
        }
        together(rules, policyBook, policyFile, formulaKeys, mentioned).stream()
                .filter(p -> !rules.isEmpty() || problems.isEmpty())
                .forEach(problems::add);
        return new Draft(rules, problems);
    }

    /** Fingerprint of rule files, whatever their order. */
    public static String sha256(List<RuleSource> sources) {
        StringBuilder all = new StringBuilder();
        sources.stream().sorted(Comparator.comparing(RuleSource::path))
                .forEach(s -> all.append(s.path()).append('\n').append(s.text().length()).append('\n').append(s.text()));
        return Sha256.of(all.toString());
    }

    private static List<Rule> read(List<RuleSource> sources, PolicyBook policyBook, List<Problem> problems) {
        List<Rule> rules = new ArrayList<>();
        for (RuleSource source : sources) {
            Checked<Rule> read = RuleReader.read(source, policyBook.entries().keySet());
            problems.addAll(read.problems());
            if (read instanceof Checked.Valid<Rule> valid) rules.add(valid.value());
        }
        rules.sort(Comparator.comparing(Rule::id).thenComparing(Rule::file));
        return rules;
    }

    private static List<Problem> together(List<Rule> rules, PolicyBook policyBook, String policyFile, Set<String> formulaKeys, Set<String> mentioned) {
        List<Problem> problems = new ArrayList<>();
        if (rules.isEmpty()) problems.add(Problem.in("rules", "there is no rule", "name a folder with rule files below it"));
        Map<String, Rule> ids = new HashMap<>();
        Map<String, Rule> names = new HashMap<>();
        Set<String> read = new HashSet<>(formulaKeys);
        read.addAll(mentioned);
        for (Rule rule : rules) {
            read.addAll(rule.policyKeys());
            Rule sameId = ids.putIfAbsent(rule.id(), rule);
            if (sameId != null) problems.add(new Problem(rule.file(), rule.bands().get(0).line(), rule.name(),
                    "the id " + rule.id() + " is taken by " + sameId.file(), "give it an id of its own"));
            Rule sameName = names.putIfAbsent(rule.name(), rule);
            if (sameName != null) problems.add(new Problem(rule.file(), rule.bands().get(0).line(), rule.name(),
                    "the name is taken by " + sameName.file(), "name the situation it alone describes"));
            for (String key : rule.policyKeys())
                if (!policyBook.entries().containsKey(key)) problems.add(Problem.in(policyFile, "the key " + key + " is missing",
                        "rule " + rule.id() + " reads it: add it with unit, meaning, value, tag and source"));
        }
        for (String key : formulaKeys)
            if (!policyBook.entries().containsKey(key)) problems.add(Problem.in(policyFile, "the key " + key + " is missing", "a formula reads it: add it"));
        for (String key : policyBook.entries().keySet())
            if (!read.contains(key)) problems.add(new Problem(policyFile, null, "values." + key, "no rule and no formula reads this key", "remove it, or correct its name"));
        problems.addAll(Defeats.problems(ids.values(), mentioned));
        return problems;
    }
}
