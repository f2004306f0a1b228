package dev.secondsource.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.profile.Criterion;
import dev.secondsource.ranking.Score;
import dev.secondsource.ranking.Weights;
import dev.secondsource.rules.Facts;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tolerances are four standard errors, which chance passes once in 16 000 times; seeds are fixed, so each passes always or never. */
class WeightRobustnessTest {
    private static final int DRAWS = WeightRobustness.DRAWS;
    private static final Decision SHIPPED = Shipped.decision(Shipped.profile("enterprise-serving-70b"));
    private static final List<Criterion> TWO = List.of(Criterion.UNIT_COST, Criterion.SPEED);

    /** Barron and Barrett 1996: the centroid of all weights in that order. No weight deviates by more than a half from its mean, most by far less. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6})
    void theMeanOfTheDrawsIsTheRankOrderCentroid(int criteria) {
        double[][] weights = WeightRobustness.weights(criteria, 20_000, 1);

        List<BigDecimal> centroid = Weights.rankOrderCentroid(criteria);
        for (int k = 0; k < criteria; k++) {
            int criterion = k;
            double mean = Arrays.stream(weights).mapToDouble(w -> w[criterion]).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(weights).mapToDouble(w -> (w[criterion] - mean) * (w[criterion] - mean)).average().orElseThrow());
            assertThat(mean).isCloseTo(centroid.get(k).doubleValue(), within(4 * deviation / Math.sqrt(20_000)));
        }
    }

    @Test
    void everyDrawKeepsTheOrderAndAddsUpToOne() {
        for (double[] weights : WeightRobustness.weights(6, DRAWS, 3)) {
            for (int k = 1; k < weights.length; k++) assertThat(weights[k]).isBetween(0.0, weights[k - 1]);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        }
    }

    /**
     * Of two criteria the larger weight w is uniform on ½ to 1. A (0.6, 0) beats B (0.4, 0.5) where 0.2 w > 0.5 (1 − w),
     * that is above 5/7: probability (1 − 5/7) ÷ ½ = 4/7.
     */
    @Test
    void findsTheShareThatCanBeComputed() {
        Decision decision = decision(candidate(0, "0.6", "0"), candidate(1, "0.4", "0.5"));

        WeightRobustness robustness = WeightRobustness.of(decision, DRAWS, 1).get(0);

        double first = 4.0 / 7;
        assertThat(share(robustness, candidate(0, "0", "0").offer().id())).isCloseTo(first, within(4 * Math.sqrt(first * (1 - first) / DRAWS)));
        assertThat(robustness.acceptability().robust(robustness.acceptability().offers())).isEmpty();
        assertThat(robustness.competing()).isEqualTo(2);
    }

    /** A leads B by 0.7 w − 0.5: by less than 0.05 either way for w from 0.45/0.7 to 0.55/0.7, which is 2/7 of all w. */
    @Test
    void countsTiesWithAnotherAccelerator() {
        Decision decision = decision(candidate(0, "0.6", "0"), candidate(1, "0.4", "0.5"));

        WeightRobustness robustness = WeightRobustness.of(decision, DRAWS, 1).get(0);

        double tied = 2.0 / 7;
        assertThat(SHIPPED.policy().number("ranking.tie-score")).isEqualByComparingTo("0.05");
        assertThat(robustness.tied().share().doubleValue()).isCloseTo(tied, within(4 * Math.sqrt(tied * (1 - tied) / DRAWS)));
    }

    @Test
    void isCertainOfWhatIsBetterInEverything() {
        WeightRobustness robustness = WeightRobustness.of(decision(candidate(0, "0.9", "0.9"), candidate(1, "0.4", "0.5")), DRAWS, 1).get(0);

        Acceptability.Leader only = robustness.acceptability().offers().get(0);
        assertThat(only.draws().count()).isEqualTo(DRAWS);
        assertThat(only.assumed()).isTrue();
        assertThat(robustness.tied().count()).isZero();
        assertThat(robustness.acceptability().robust(robustness.acceptability().offers())).contains(only);
    }

    /** Two sellers of one accelerator, each a little better in one thing: no offer is robust, the accelerator is. */
    @Test
    void sumsWhatIsAlikeByAcceleratorAndDesigner() {
        Assessed other = candidate(0, "0.5", "0.6");
        Decision decision = decision(Facts.with(candidate(0, "0.6", "0.3"), "offer.id", "a"), Facts.with(other, "offer.id", "b"), candidate(1, "0.2", "0.1"));

        Acceptability firsts = WeightRobustness.of(decision, DRAWS, 1).get(0).acceptability();

        assertThat(firsts.offers()).hasSize(2);
        assertThat(firsts.robust(firsts.offers())).isEmpty();
        assertThat(firsts.robust(firsts.accelerators())).map(Acceptability.Leader::name).contains(other.offer().accelerator());
        assertThat(firsts.accelerators()).hasSize(1);
    }

    @Test
    void countsTheFirstByIdAmongEquals() {
        Decision decision = decision(Facts.with(candidate(0, "0.6", "0.3"), "offer.id", "b"), Facts.with(candidate(0, "0.6", "0.3"), "offer.id", "a"));

        Acceptability firsts = WeightRobustness.of(decision, DRAWS, 1).get(0).acceptability();

        assertThat(firsts.offers()).extracting(Acceptability.Leader::name).containsExactly("a");
    }

    @Test
    void leavesOutWhatHasAnotherVerdict() {
        Assessed better = Facts.with(candidate(1, "1", "1"), "verdict.verdict", Verdict.REJECT);

        WeightRobustness robustness = WeightRobustness.of(decision(candidate(0, "0.6", "0"), better), DRAWS, 1).get(0);

        assertThat(robustness.competing()).isEqualTo(1);
        assertThat(robustness.acceptability().offers()).hasSize(1);
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(WeightRobustness.of(SHIPPED, 200, 7)).isEqualTo(WeightRobustness.of(SHIPPED, 200, 7));
        assertThat(WeightRobustness.of(SHIPPED, 200, 7).get(0).meanWeights()).isNotEqualTo(WeightRobustness.of(SHIPPED, 200, 8).get(0).meanWeights());
    }

    /** With the centroid itself as the only draw the winner of the decision would be first; with many it is at least among the first. */
    @Test
    void knowsTheWinnerOfEveryShippedDecision() {
        for (var buyer : Shipped.profiles()) {
            Decision decision = Shipped.decision(buyer);
            List<WeightRobustness> all = WeightRobustness.of(decision, 500, 1);

            assertThat(all).hasSize((int) decision.workloads().stream().filter(w -> w.winner().isPresent()).count());
            for (WeightRobustness one : all) assertThat(one.acceptability().offers()).as(buyer.id() + " " + one.workload()).anyMatch(Acceptability.Leader::assumed);
        }
    }

    private static double share(WeightRobustness robustness, String offer) {
        return robustness.acceptability().offers().stream().filter(l -> l.name().equals(offer)).findFirst().orElseThrow().draws().share().doubleValue();
    }

    /** Candidates of the shipped decision, of different accelerators, with other values. */
    private static Assessed candidate(int index, String cost, String speed) {
        WorkloadDecision serve = SHIPPED.workloads().get(0);
        Assessed winner = serve.winner().orElseThrow();
        Assessed like = index == 0 ? winner : serve.candidates().stream()
                .filter(c -> c.cost() != null && c.verdict().verdict() == winner.verdict().verdict() && !c.offer().accelerator().equals(winner.offer().accelerator())).findFirst().orElseThrow();
        List<BigDecimal> weights = Weights.rankOrderCentroid(2);
        List<Score.Contribution> parts = new ArrayList<>();
        List<String> values = List.of(cost, speed);
        for (int k = 0; k < 2; k++) parts.add(new Score.Contribution(TWO.get(k), weights.get(k), null, "", weights.get(k).multiply(new BigDecimal(values.get(k)))));
        return Facts.with(like, "score", Score.of(parts));
    }

    private static Decision decision(Assessed... candidates) {
        WorkloadDecision serve = SHIPPED.workloads().get(0);
        List<Assessed> ranked = Arrays.stream(candidates).sorted(Comparator.comparing((Assessed a) -> a.verdict().verdict()).reversed()
                .thenComparing(a -> a.score().value(), Comparator.reverseOrder()).thenComparing(a -> a.offer().id())).toList();
        return Facts.with(Facts.with(SHIPPED, "workloads", List.of(Facts.with(serve, "candidates", ranked))), "profile.priorities", TWO);
    }
}
