package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Rule;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The distinct scopes of a rule base. The first pattern of a rule says whom it is about; for each distinct one the
 * loader adds a rule that reports every subject that meets it, which is how NOT_APPLICABLE, NOT_FIRED and UNKNOWN are
 * told apart without a word in the rule files.
 */
record Scopes(List<Scope> all) {
    private static final String PREFIX = "scope ";

    /** A subject type and the constraints on it, without bindings. */
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
            drl.append("rule \"").append(PREFIX).append(i).append("\"\nwhen\n    $subject : ")
                    .append(all.get(i).subject()).append("( ").append(all.get(i).constraints()).append(" )\nthen\n    findings.inScope( drools );\nend\n");
        return drl.toString();
    }

    Scope byRuleName(String name) {
        return all.get(Integer.parseInt(name.substring(PREFIX.length())));
    }
}
