package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The distinct scopes of a rule base. The first pattern of a rule says whom it is about; for each distinct one the
 * loader adds a rule that reports every subject that meets it, with the words its rules must know. That is how
 * NOT_APPLICABLE, NOT_FIRED and UNKNOWN are told apart without a word in the rule files.
 *
 * @param all in a fixed order
 */
record Scopes(List<Scope> all) {
    private static final String PREFIX = "scope ";

    /**
     * @param subject simple name of the fact
     * @param constraints on it, without bindings; empty for every subject
     * @param paths words that rules of this scope must know, sorted
     */
    record Scope(String subject, String constraints, List<String> paths) {
        /** Variable that carries a word of this scope in its rule's matches. */
        String variable(String path) {
            return "$word" + paths.indexOf(path);
        }
    }

    static Scopes of(Collection<Rule> rules) {
        TreeMap<String, TreeMap<String, TreeSet<String>>> distinct = new TreeMap<>();
        for (Rule rule : rules)
            for (Rule.Band band : rule.bands()) {
                TreeSet<String> paths = distinct.computeIfAbsent(rule.subject(), k -> new TreeMap<>()).computeIfAbsent(band.scope(), k -> new TreeSet<>());
                band.inputs().values().forEach(input -> paths.add(input.path()));
            }
        List<Scope> scopes = new ArrayList<>();
        distinct.forEach((subject, ofSubject) -> ofSubject.forEach((constraints, paths) -> scopes.add(new Scope(subject, constraints, List.copyOf(paths)))));
        return new Scopes(List.copyOf(scopes));
    }

    /** DRL of the rules that report them. */
    String drl() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            Scope scope = all.get(i);
            List<String> constraints = new ArrayList<>();
            if (!scope.constraints().isEmpty()) constraints.add(scope.constraints());
            scope.paths().forEach(path -> constraints.add(scope.variable(path) + " : " + path));
            drl.append("rule \"").append(ruleName(i)).append("\"\nwhen\n    $subject : ").append(scope.subject()).append("( ")
                    .append(String.join(", ", constraints)).append(" )\nthen\n    findings.inScope( drools );\nend\n");
        }
        return drl.toString();
    }

    /** Position of the scope of a band. */
    int position(Rule rule, Rule.Band band) {
        for (int i = 0; i < all.size(); i++)
            if (all.get(i).subject().equals(rule.subject()) && all.get(i).constraints().equals(band.scope())) return i;
        throw new IllegalStateException("no scope for " + band.name());
    }

    /** Name of the rule that reports a scope. */
    static String ruleName(int position) {
        return PREFIX + position;
    }

    /** Position a scope rule's name stands for; -1 if it is no scope rule. */
    static int position(String ruleName) {
        return ruleName.startsWith(PREFIX) ? Integer.parseInt(ruleName.substring(PREFIX.length())) : -1;
    }
}
