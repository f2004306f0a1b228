package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import java.util.List;
import java.util.SortedMap;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/** One round of questions to a compiled base. */
final class Session {
    private static final int MOST_ROUNDS = 1_000;

    private Session() {}

    /**
     * Inserts the facts, fires the rules and returns what they reported.
     *
     * @param broken receives rules that threw, with the reason
     */
    static Findings ask(KieBase base, List<? extends Subject> subjects, Policy policy, SortedMap<String, String> broken) {
        Findings sink = new Findings();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", sink);
            session.insert(policy);
            subjects.forEach(session::insert);
            // A rule that throws ends the round; the next round goes on with the rest.
            for (int round = 0; round < MOST_ROUNDS; round++) {
                try {
                    session.fireAllRules();
                    return sink;
                } catch (ConsequenceException e) {
                    broken.put(e.getMatch().getRule().getName(), String.valueOf(e.getCause()));
                } catch (RuntimeException e) {
                    broken.put("a condition", String.valueOf(e.getMessage()));
                }
            }
            return sink;
        } finally {
            session.dispose();
        }
    }
}
