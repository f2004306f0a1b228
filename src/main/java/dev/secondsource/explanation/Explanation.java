package dev.secondsource.explanation;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a decision says what it says: a tree from the answer over verdicts and findings down to bound values, thresholds
 * and sources.
 *
 * @param roots one a workload, and then the allocation if all were asked about; for a rule, the rule and how it judged the
 *     candidates of each workload, or the allocation
 */
public record Explanation(List<Node> roots) {
    public Explanation {
        roots = List.copyOf(roots);
    }

    /**
     * @param rules of the knowledge base that decided
     * @return the explanation, or a problem for each name in the question that is none, with the nearest that is
     */
    public static Checked<Explanation> of(Decision decision, List<Rule> rules, Question question) {
        List<Problem> problems = new ArrayList<>();
        Checked<List<WorkloadDecision>> named = Named.workloads(decision, question.workload());
        problems.addAll(named.problems());
        List<WorkloadDecision> workloads = named instanceof Checked.Valid<List<WorkloadDecision>> valid ? valid.value() : List.of();
        List<Assessed> candidates = (workloads.isEmpty() ? decision.workloads() : workloads).stream().flatMap(w -> w.candidates().stream()).toList();
        question.offer().filter(o -> candidates.stream().noneMatch(c -> c.offer().id().equalsIgnoreCase(o))).ifPresent(o -> problems.add(Named.noOffer("--offer", o, candidates)));
        Optional<Rule> rule = question.rule().flatMap(asked -> rules.stream().filter(r -> r.id().equalsIgnoreCase(asked) || r.name().equalsIgnoreCase(asked)).findFirst());
        if (question.rule().isPresent() && rule.isEmpty())
            problems.add(Named.nothing("rule", question.rule().get(), rules.stream().flatMap(r -> List.of(r.id(), r.name()).stream()).toList()));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        List<Node> roots = new ArrayList<>();
        rule.ifPresent(r -> roots.add(RuleReasons.header(r, decision)));
        if (rule.filter(r -> r.stage() == Stage.REVIEW).isPresent()) {
            roots.add(AllocationReasons.ofRule(rule.get(), decision.review()));
            return Checked.of(new Explanation(roots));
        }
        for (WorkloadDecision workload : workloads) {
            List<Assessed> judged = workload.candidates().stream()
                    .filter(c -> question.offer().map(o -> c.offer().id().equalsIgnoreCase(o)).orElse(true)).toList();
            if (rule.isPresent()) roots.add(RuleReasons.of(rule.get(), workload, judged, decision));
            else if (question.offer().isEmpty()) roots.add(CandidateReasons.ofAnswer(workload, rules));
            else if (!judged.isEmpty()) roots.add(CandidateReasons.ofCandidates(workload, judged, rules));
        }
        if (rule.isEmpty() && question.workload().isEmpty() && question.offer().isEmpty()) roots.add(AllocationReasons.of(decision, rules));
        return Checked.of(new Explanation(roots));
    }

    /**
     * The same, so many levels deep.
     *
     * @param depth levels below each root, at least 1; what is cut off is counted where it is cut
     */
    public Explanation cut(int depth) {
        return new Explanation(roots.stream().map(root -> root.cut(depth)).toList());
    }
}
