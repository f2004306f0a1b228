package dev.secondsource.explanation;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Obstacle.Kind;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.drools.Premises;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an offer is not the answer for a workload: what stops it, or what comes before it.
 *
 * @param workload the answer it is not, or is
 * @param asked the offer, judged for it
 * @param place how it came out
 * @param obstacles what stands between it and a sound verdict, heaviest first
 * @param before who may lead and ranks before it, best first; empty unless it may lead itself
 * @param tie difference in score below which an order means nothing
 * @param open what rules of weight want to know of a contract with its seller and no contract states, heaviest first
 * @param share its share of the workload in the allocation, null if none
 */
public record WhyNot(WorkloadDecision workload, Assessed asked, Place place, List<Obstacle> obstacles, List<Assessed> before, BigDecimal tie, List<OpenClause> open, @Nullable Share share) {
    public WhyNot {
        obstacles = List.copyOf(obstacles);
        before = List.copyOf(before);
        open = List.copyOf(open);
    }

    /** How an offer came out. */
    public enum Place {
        /** It is the answer. */
        ANSWER,
        /** It may lead, and scores so near the answer that their order means nothing. */
        TIED,
        /** It may lead, and another comes before it. */
        BEHIND,
        /** It may not lead. */
        STOPPED
    }

    /**
     * @param rules of the knowledge base that decided
     * @param offer id, in any case
     * @param workload id, all workloads if empty
     * @return one for each workload it was considered for, or what is wrong with the question
     */
    public static Checked<List<WhyNot>> of(Decision decision, List<Rule> rules, String offer, Optional<String> workload) {
        Checked<List<WorkloadDecision>> asked = Named.workloads(decision, workload);
        if (!(asked instanceof Checked.Valid<List<WorkloadDecision>> workloads)) return Checked.wrong(asked.problems());
        List<WhyNot> all = new ArrayList<>();
        Map<String, List<Premise>> read = new HashMap<>();
        for (WorkloadDecision answer : workloads.value())
            answer.candidates().stream().filter(c -> c.offer().id().equalsIgnoreCase(offer)).forEach(c -> all.add(of(answer, c, rules, read, decision)));
        if (!all.isEmpty()) return Checked.of(all);
        Problem unknown = Named.noOffer("OFFER", offer, workloads.value().stream().flatMap(w -> w.candidates().stream()).toList());
        return Checked.wrong(unknown);
    }

    /** @param read premises by rule, of those that were taken apart before; grows */
    private static WhyNot of(WorkloadDecision answer, Assessed asked, List<Rule> rules, Map<String, List<Premise>> read, Decision decision) {
        BigDecimal tie = decision.tie();
        List<Obstacle> obstacles = new ArrayList<>();
        List<OpenClause> open = new ArrayList<>();
        for (Finding finding : asked.findings()) {
            Optional<Kind> kind = kind(finding, asked);
            boolean isOpen = finding.state() == State.UNKNOWN && finding.effect() == Effect.AGAINST && finding.severity().compareTo(Severity.MAJOR) >= 0;
            Rule rule = kind.isEmpty() && !isOpen ? null : rules.stream().filter(r -> r.id().equals(finding.rule())).findFirst().orElse(null);
            if (rule == null) continue;
            List<Premise> premises = read.computeIfAbsent(rule.id(), id -> Premises.of(List.of(rule)));
            if (isOpen) open.addAll(Whereabouts.open(finding, rule, asked.candidate(), decision.policy()));
            if (kind.isEmpty()) continue;
            obstacles.add(new Obstacle(kind.get(), finding, rule.title(), Distance.of(finding, rule, premises, asked.candidate(), decision.policy()),
                    Whereabouts.words(finding, premises, asked.candidate(), decision.policy()), Whereabouts.of(finding, rule, premises, asked, decision.policy())));
        }
        obstacles.sort(Comparator.comparing(Obstacle::kind).thenComparing(o -> o.finding().rule()));
        open.sort(Comparator.comparing(OpenClause::severity).reversed().thenComparing(OpenClause::rule).thenComparing(OpenClause::word));
        List<Assessed> before = asked.mayLead() ? answer.candidates().stream().filter(c -> c.mayLead() && c.rank() < asked.rank()).toList() : List.of();
        Share share = decision.allocation().shares().stream().filter(s -> s.workload().equals(answer.workload().id()) && s.offer().equals(asked.offer().id())).findFirst().orElse(null);
        return new WhyNot(answer, asked, place(asked, before, tie), obstacles, before, tie, open, share);
    }

    private static Place place(Assessed asked, List<Assessed> before, BigDecimal tie) {
        if (!asked.mayLead()) return Place.STOPPED;
        if (before.isEmpty()) return Place.ANSWER;
        return asked.tiesWith(before.get(0), tie) ? Place.TIED : Place.BEHIND;
    }

    /** Their order means nothing: the same verdict, and scores closer than a difference that counts. */
    public boolean tiesWith(Assessed other) {
        return asked.tiesWith(other, tie);
    }

    /** How a finding stands in the way; empty if it does not. A gate counts as unknown only where that holds the verdict back. */
    private static Optional<Kind> kind(Finding finding, Assessed asked) {
        if (finding.standsAgainst(Severity.BLOCKER)) return Optional.of(Kind.CLOSED_GATE);
        if (finding.standsAgainst(Severity.MAJOR)) return Optional.of(finding.mitigation() == null || isSecondSource(asked) ? Kind.OBJECTION : Kind.CONDITION);
        return finding.state() == State.UNKNOWN && finding.severity() == Severity.BLOCKER ? Optional.of(Kind.UNKNOWN_GATE) : Optional.empty();
    }

    /** Two serious objections weigh what one without a mitigation does. */
    private static boolean isSecondSource(Assessed asked) {
        return asked.verdict().verdict() == Verdict.SECOND_SOURCE_ONLY || asked.findings().stream().filter(f -> f.standsAgainst(Severity.MAJOR) && !f.standsAgainst(Severity.BLOCKER)).count() > 1;
    }
}
