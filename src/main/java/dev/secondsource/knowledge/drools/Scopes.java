package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The distinct scopes of a rule base. The first pattern of a rule says whom it is about; for each distinct one the
 * loader adds a rule that reports every subject that meets it. That is how NOT_APPLICABLE, NOT_FIRED and UNKNOWN are told
 * apart without a word in the rule files.
 *
 * @param all in a fixed order
 */
record Scopes(List<Scope> all) {
    private static final String PREFIX = "scope ";

    /**
     * @param subject simple name of the fact
     * @param constraints on it, without bindings; empty for every subject
     */
    record Scope(String subject, String constraints) implements Comparable<Scope> {
        @Override
        public int compareTo(Scope other) {
            int bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : constraints.compareTo(other.constraints);
        }
    }

    static Scopes of(Collection<Rule> rules) {
        TreeSet<Scope> distinct = new TreeSet<>();
        for (Rule rule : rules) for (Rule.Band band : rule.bands()) distinct.add(new Scope(rule.subject(), band.scope()));
        return new Scopes(List.copyOf(distinct));
    }

    /** DRL of the rules that report them. */
    String drl() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < all.size(); i++)
            drl.append("rule \"").append(ruleName(i)).append("\"\nwhen\n    $subject : ").append(all.get(i).subject()).append("( ")
                    .append(all.get(i).constraints()).append(" )\nthen\n    findings.inScope( drools );\nend\n");
        return drl.toString();
    }

    /** Position of the scope of a band. */
    int position(Rule rule, Rule.Band band) {
        return all.indexOf(new Scope(rule.subject(), band.scope()));
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
