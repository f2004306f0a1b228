package dev.secondsource.properties;

import dev.secondsource.knowledge.Defeats;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.knowledge.Subject;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import java.util.List;
import java.util.function.Predicate;

/**
 * A knowledge base some of whose findings are withdrawn before anything follows from them.
 *
 * @param stays what is still said
 */
record Withdrawn(KnowledgeBase base, Predicate<Finding> stays) implements KnowledgeBase {
    @Override
    public Judgement judge(List<? extends Subject> subjects, Policy policy, Stage stage) {
        Judgement all = base.judge(subjects, policy, stage);
        return Judgement.of(all.findings().stream().filter(stays).toList(), all.states(), all.broken(), base.defeats());
    }

    @Override
    public List<Rule> rules() {
        return base.rules();
    }

    @Override
    public PolicyBook policyBook() {
        return base.policyBook();
    }

    @Override
    public String sha256() {
        return base.sha256();
    }

    @Override
    public Defeats defeats() {
        return base.defeats();
    }
}
