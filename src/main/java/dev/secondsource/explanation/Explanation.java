package dev.secondsource.explanation;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Stage;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
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
        List<WorkloadDecision> workloads = decision.workloads().stream()
                .filter(w -> question.workload().map(id -> w.workload().id().equalsIgnoreCase(id)).orElse(true)).toList();
        if (workloads.isEmpty()) problems.add(unknown("workload", question.workload().orElse(""), decision.workloads().stream().map(w -> w.workload().id()).toList()));
        List<Assessed> candidates = (workloads.isEmpty() ? decision.workloads() : workloads).stream().flatMap(w -> w.candidates().stream()).toList();
        question.offer().filter(o -> candidates.stream().noneMatch(c -> c.offer().id().equalsIgnoreCase(o))).ifPresent(o -> problems.add(unknownOffer(o, candidates)));
        Optional<Rule> rule = question.rule().flatMap(asked -> rules.stream().filter(r -> r.id().equalsIgnoreCase(asked) || r.name().equalsIgnoreCase(asked)).findFirst());
        if (question.rule().isPresent() && rule.isEmpty())
            problems.add(unknown("rule", question.rule().get(), rules.stream().flatMap(r -> List.of(r.id(), r.name()).stream()).toList()));
        if (!problems.isEmpty()) return Checked.wrong(problems);
        List<Node> roots = new ArrayList<>();
        rule.ifPresent(r -> roots.add(RuleReasons.header(r, decision)));
        if (rule.filter(r -> r.stage() == Stage.REVIEW).isPresent()) {
            roots.add(AllocationReasons.ofRule(rule.get(), decision.review()));
            return Checked.of(new Explanation(roots));
        }
        for (WorkloadDecision workload : workloads) {
            List<Assessed> asked = workload.candidates().stream()
                    .filter(c -> question.offer().map(o -> c.offer().id().equalsIgnoreCase(o)).orElse(true)).toList();
            if (rule.isPresent()) roots.add(RuleReasons.of(rule.get(), workload, asked, decision));
            else if (question.offer().isEmpty()) roots.add(CandidateReasons.ofAnswer(workload, rules));
            else if (!asked.isEmpty()) roots.add(CandidateReasons.ofCandidates(workload, asked, rules));
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

    private static Problem unknown(String what, String asked, List<String> known) {
        return Problem.in("--" + what, "no " + what + " \"" + asked + "\" in this decision", Nearest.suggestion(asked, known));
    }

    private static Problem unknownOffer(String asked, List<Assessed> candidates) {
        List<String> ids = candidates.stream().map(c -> c.offer().id()).distinct().toList();
        List<String> containing = ids.stream().filter(id -> id.toLowerCase(java.util.Locale.ROOT).contains(asked.toLowerCase(java.util.Locale.ROOT))).toList();
        // A part of an id says more about what was meant than a spelling that is close by chance.
        String mend = asked.isBlank() || containing.isEmpty() ? Nearest.suggestion(asked, ids)
                : containing.size() == 1 ? "did you mean " + containing.get(0) + "?"
                : containing.size() + " offers have that in their name, the best ranked is " + containing.get(0);
        return Problem.in("--offer", "no offer \"" + asked + "\" among the candidates", mend);
    }
}
