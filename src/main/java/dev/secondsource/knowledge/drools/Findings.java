package dev.secondsource.knowledge.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.drools.modelcompiler.consequence.DroolsImpl;
import org.kie.api.runtime.rule.Match;

/**
 * The sink every rule hands its match to; the one global of the rule language. A session fills one and throws it away.
 * Public because compiled rules call it.
 */
public final class Findings {
    private final List<Match> matches = new ArrayList<>();
    private final List<Match> inScope = new ArrayList<>();

    Findings() {}

    /** Called by the consequence of every rule. */
    public void report(Drools drools) {
        matches.add(match(drools));
    }

    /** Called by the scope rules the loader adds: the subject is one the rule is about. */
    public void inScope(Drools drools) {
        inScope.add(match(drools));
    }

    void addAll(Findings other) {
        matches.addAll(other.matches);
        inScope.addAll(other.inScope);
    }

    List<Match> matches() {
        return matches;
    }

    List<Match> scopes() {
        return inScope;
    }

    private static Match match(Drools drools) {
        return ((DroolsImpl) drools).getMatch();
    }
}
