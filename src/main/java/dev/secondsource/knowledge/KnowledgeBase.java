package dev.secondsource.knowledge;

import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The heuristics, ready to be asked. Implementations are immutable and may be asked by several threads at once. */
public interface KnowledgeBase {
    /** All rules, by id. */
    List<Rule> rules();

    /** The thresholds they read. */
    PolicyBook policyBook();

    /** Sha256 of the rule files, independent of their order and place on disk. */
    String sha256();

    /**
     * Asks the rules of a stage about every subject, in a fresh session.
     *
     * @param subjects their ids are unique
     * @param policy the thresholds of this decision
     * @param stage which rules to ask
     */
    Judgement judge(List<? extends Subject> subjects, Policy policy, Stage stage);

    /** Asks every rule about subjects of which all is known. */
    default Judgement judge(List<? extends Subject> subjects, Policy policy) {
        return judge(subjects, policy, Stage.ALONE).and(judge(subjects, policy, Stage.AMONG_OTHERS), defeats())
                .and(judge(subjects, policy, Stage.REVIEW), defeats());
    }

    /** Ids of the rules that can block. */
    default Set<String> gates() {
        return rules().stream().filter(Rule::isGate).map(Rule::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Which findings cancel which. */
    Defeats defeats();

    default Optional<Rule> rule(String id) {
        return rules().stream().filter(r -> r.id().equalsIgnoreCase(id)).findFirst();
    }
}
