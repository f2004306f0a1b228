package dev.secondsource.knowledge.drools;

import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Asks a part of a compiled model; a session a question, so that nothing of one is left for the next. */
final class Session {
    private final Model model;
    private final List<Rule> rules;
    private final KieBase base;

    /** @param names of the DRL rules that are asked; no other is weighed */
    Session(Model model, Set<String> names) {
        this.model = model;
        this.rules = model.getRules().stream().filter(rule -> names.contains(rule.getName())).toList();
        this.base = base(rules);
    }

    KieBase base() {
        return base;
    }

    /**
     * Inserts the facts, fires the rules and returns what they reported.
     *
     * @param broken receives rules that threw, with the reason
     */
    Findings ask(List<? extends Subject> subjects, Policy policy, SortedMap<String, String> broken) {
        Findings sink = new Findings();
        try {
            fire(base, subjects, policy, sink);
            return sink;
        } catch (RuntimeException e) {
            return askOneByOne(subjects, policy, broken);
        }
    }

    /** One that throws ends the round for all and what it left undone is anyone's guess, so each gets its own round. */
    private Findings askOneByOne(List<? extends Subject> subjects, Policy policy, SortedMap<String, String> broken) {
        Findings sink = new Findings();
        for (Rule rule : rules) {
            Findings alone = new Findings();
            try {
                fire(base(List.of(rule)), subjects, policy, alone);
                sink.addAll(alone);
            } catch (RuntimeException e) {
                broken.put(rule.getName(), reason(e));
            }
        }
        return sink;
    }

    private KieBase base(List<Rule> ofThese) {
        ModelImpl part = new ModelImpl(model.getName()).withGlobals(model.getGlobals());
        ofThese.forEach(part::addRule);
        return KieBaseBuilder.createKieBaseFromModel(part);
    }

    private static void fire(KieBase rules, List<? extends Subject> subjects, Policy policy, Findings sink) {
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("findings", sink);
            session.insert(policy);
            subjects.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : reason(failure.getCause());
    }
}
