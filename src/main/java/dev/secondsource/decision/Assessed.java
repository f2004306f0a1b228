package dev.secondsource.decision;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.cost.Cost;
import dev.secondsource.fit.Fit;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.State;
import dev.secondsource.market.Offer;
import dev.secondsource.ranking.Score;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with everything decided about it.
 *
 * @param rank 1 is best; candidates of a better verdict come first, within a verdict the higher score
 * @param tiedWithBetter its score is so close to the next better one of the same verdict that their order means nothing
 * @param candidate the facts the rules saw
 * @param offer what would be bought
 * @param fit physics and measurements
 * @param cost null if no price is known, it does not fit or its speed is not known
 * @param uncosted why there is no cost, one line each; empty if there is one
 * @param findings FIRED and UNKNOWN, defeats resolved, heaviest first
 * @param silent how many rules were NOT_FIRED and NOT_APPLICABLE
 * @param verdict with its reasons
 * @param score by the buyer's order
 */
public record Assessed(
        int rank,
        boolean tiedWithBetter,
        Candidate candidate,
        Offer offer,
        Fit fit,
        @Nullable Cost cost,
        List<String> uncosted,
        List<Finding> findings,
        SortedMap<State, Integer> silent,
        Reasoned verdict,
        Score score) {

    public Assessed {
        uncosted = List.copyOf(uncosted);
        findings = List.copyOf(findings);
        silent = java.util.Collections.unmodifiableSortedMap(new TreeMap<>((Map<State, Integer>) silent));
    }

    /** It has a cost and a verdict that allows it to be the answer, if need be on conditions. */
    public boolean mayLead() {
        return cost != null && verdict.verdict().compareTo(Verdict.CONDITIONAL) >= 0;
    }

    /** Their order means nothing: the same verdict, and scores closer than a difference that counts. */
    public boolean tiesWith(Assessed other, BigDecimal tie) {
        return verdict.verdict() == other.verdict.verdict() && cost != null && other.cost != null && score.value().subtract(other.score.value()).abs().compareTo(tie) < 0;
    }

    /** The heaviest finding that stands, of one effect. */
    public Optional<Finding> strongest(Effect effect) {
        return findings.stream().filter(Finding::stands).filter(f -> f.effect() == effect)
                .max(Comparator.comparing(Finding::severity).thenComparing(Finding::rule, Comparator.reverseOrder()));
    }
}
