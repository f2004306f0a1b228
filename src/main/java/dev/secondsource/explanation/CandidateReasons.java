package dev.secondsource.explanation;

import dev.secondsource.cost.CostLine;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.fit.Throughput;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.ranking.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reasons behind answers and verdicts. */
final class CandidateReasons {
    private static final int COMPARED = 2;

    private CandidateReasons() {}

    /** The answer of a workload, its winner in full and the next ones in a line each. */
    static Node ofAnswer(WorkloadDecision workload, List<Rule> rules) {
        List<Node> children = new ArrayList<>(basis(workload));
        Assessed winner = workload.winner().orElse(null);
        if (winner != null) children.add(inFull(winner, rules));
        others(workload, winner).forEach(c -> children.add(new Node(Kind.VERDICT, c.offer().id(), verdict(c), c.strongest(Effect.AGAINST).stream()
                .map(f -> FindingReasons.of(f, rules, c.candidate())).toList())));
        workload.changes().forEach(c -> children.add(Node.leaf(Kind.NOTE, "would change it", c)));
        return new Node(Kind.ANSWER, workload.workload().id(), workload.answer(), children);
    }

    /** The next ones that are not the winner, nor each other, in another region. */
    private static List<Assessed> others(WorkloadDecision workload, @Nullable Assessed winner) {
        Set<List<Object>> seen = new HashSet<>();
        if (winner != null) seen.add(sold(winner.offer()));
        return workload.candidates().stream().filter(c -> seen.add(sold(c.offer()))).limit(COMPARED).toList();
    }

    private static List<Object> sold(Offer offer) {
        return Arrays.asList(offer.provider(), offer.instanceType(), offer.accelerator(), offer.pricing(), offer.termMonths());
    }

    static Node ofCandidates(WorkloadDecision workload, List<Assessed> asked, List<Rule> rules) {
        List<Node> children = new ArrayList<>(basis(workload));
        asked.forEach(c -> children.add(inFull(c, rules)));
        return new Node(Kind.ANSWER, workload.workload().id(), workload.answer(), children);
    }

    private static List<Node> basis(WorkloadDecision workload) {
        return List.of(Node.leaf(Kind.NOTE, "compared with",
                incumbent(workload) + ", since " + workload.incumbentBasis()));
    }

    private static String incumbent(WorkloadDecision workload) {
        return workload.candidates().stream().filter(c -> c.candidate().id().equals(workload.incumbent())).map(c -> c.offer().id()).findFirst().orElse("nothing");
    }

    private static String verdict(Assessed candidate) {
        return candidate.verdict().verdict() + ", rank " + candidate.rank() + (candidate.tiedWithBetter() ? " (tied with the next better)" : "")
                + (candidate.verdict().decidedBy().isEmpty() ? "" : ", " + candidate.verdict().decided());
    }

    private static Node inFull(Assessed candidate, List<Rule> rules) {
        List<Node> children = new ArrayList<>();
        candidate.verdict().conditions().forEach(c -> children.add(Node.leaf(Kind.CONDITION, "on condition", c)));
        candidate.findings().forEach(f -> children.add(FindingReasons.of(f, rules, candidate.candidate())));
        int notFired = candidate.silent().getOrDefault(State.NOT_FIRED, 0);
        int notApplicable = candidate.silent().getOrDefault(State.NOT_APPLICABLE, 0);
        children.add(Node.leaf(Kind.SILENT, "silent rules", notFired + " NOT_FIRED, " + notApplicable + " NOT_APPLICABLE"));
        children.add(cost(candidate));
        children.add(speed(candidate));
        children.add(score(candidate.score()));
        return new Node(Kind.VERDICT, candidate.offer().id(), verdict(candidate), children);
    }

    private static Node cost(Assessed candidate) {
        Offer offer = candidate.offer();
        List<Node> children = new ArrayList<>();
        if (offer.price() != null) children.add(new Node(Kind.VALUE, "price", offer.price() + (offer.pricing() == PricingKind.PURCHASE ? " a unit" : " an hour"), List.of(FindingReasons.evidence(offer.evidence()))));
        else children.add(Node.leaf(Kind.MISSING, "price", "price unknown"));
        if (offer.price() != null) candidate.uncosted().forEach(m -> children.add(Node.leaf(Kind.MISSING, "not known", m)));
        if (candidate.cost() == null) return new Node(Kind.COST, "cost", "not known", children);
        for (CostLine line : candidate.cost().lines()) children.add(Node.leaf(Kind.VALUE, line.name(), line.perMonth() + " a month: " + line.basis()));
        return new Node(Kind.COST, "cost", candidate.cost().perMonth() + " a month", children);
    }

    private static Node speed(Assessed candidate) {
        List<Node> children = new ArrayList<>();
        Throughput throughput = candidate.fit().throughput();
        if (throughput != null) throughput.evidence().forEach(e -> children.add(FindingReasons.evidence(e)));
        candidate.fit().missing().forEach(m -> children.add(Node.leaf(Kind.MISSING, "not known", m)));
        Boolean fits = candidate.fit().memory().fits();
        String memory = fits == null ? "whether it fits in memory is not known" : fits ? "fits in memory" : "does not fit in memory";
        return new Node(Kind.SPEED, "speed", memory + (throughput == null ? ", speed not known" : ", " + throughput.explanation()), children);
    }

    private static Node score(Score score) {
        return new Node(Kind.SCORE, "score", plain(score.value()), score.contributions().stream()
                .map(c -> Node.leaf(Kind.VALUE, FindingReasons.words(c.criterion()), plain(c.points()) + " points at weight " + plain(c.weight()) + " for "
                        + (c.measured() == null ? "a value that is not known (scores as the worst)" : plain(c.measured()) + " " + c.unit())))
                .toList());
    }

    private static String plain(java.math.BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }
}
