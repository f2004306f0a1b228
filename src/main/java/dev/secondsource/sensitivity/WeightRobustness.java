package dev.secondsource.sensitivity;

import dev.secondsource.decision.Acceptability;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.profile.Criterion;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Proportion;
import dev.secondsource.ranking.Score.Contribution;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Whether the winner of a workload is still first under other weights that keep the buyer's order of criteria. The
 * buyer states an order and no weights; the decision uses the mean of all weights that agree with it (rank-order
 * centroids, Barron and Barrett 1996). Here each draw is one of them: uniform on the simplex (Dirichlet with all
 * parameters one), sorted. Only the candidates with the winner's verdict compete, as in the ranking; of those with the
 * same score the first by offer id counts, as there.
 *
 * @param workload its id
 * @param verdict of those that compete
 * @param competing how many candidates compete
 * @param order the buyer's, most important first
 * @param meanWeights of the draws, in that order
 * @param acceptability how often which is first
 * @param tied draws in which another accelerator is so close in score that the order means nothing
 * @param seed of the random numbers
 */
public record WeightRobustness(String workload, Verdict verdict, int competing, List<Criterion> order, List<BigDecimal> meanWeights, Acceptability acceptability, Proportion tied, long seed) {
    /** Draws that know a share to two points. */
    public static final int DRAWS = 2000;

    private static final String TIE = "ranking.tie-score";

    public WeightRobustness {
        order = List.copyOf(order);
        meanWeights = List.copyOf(meanWeights);
    }

    /**
     * One for each workload that something leads, in the profile's order; all see the same weights.
     *
     * @param draws 1 or more
     * @param seed the same seed gives the same result
     */
    public static List<WeightRobustness> of(Decision decision, int draws, long seed) {
        double[][] weights = weights(decision.profile().priorities().size(), draws, seed);
        List<BigDecimal> means = new ArrayList<>();
        for (int k = 0; k < decision.profile().priorities().size(); k++) {
            int criterion = k;
            means.add(Decimals.of(Arrays.stream(weights).mapToDouble(w -> w[criterion]).average().orElseThrow()));
        }
        List<WeightRobustness> all = new ArrayList<>();
        for (WorkloadDecision workload : decision.workloads()) workload.winner().ifPresent(winner -> all.add(of(workload, winner, decision, weights, means, seed)));
        return List.copyOf(all);
    }

    private static WeightRobustness of(WorkloadDecision workload, Assessed winner, Decision decision, double[][] weights, List<BigDecimal> means, long seed) {
        List<Assessed> competing = workload.candidates().stream().filter(c -> c.cost() != null && c.verdict().verdict() == winner.verdict().verdict())
                .sorted(java.util.Comparator.comparing(c -> c.offer().id())).toList();
        double[][] values = competing.stream().map(WeightRobustness::values).toArray(double[][]::new);
        double near = decision.policy().real(TIE);
        List<Optional<Acceptability.First>> firsts = new ArrayList<>();
        int ties = 0;
        for (double[] weight : weights) {
            double[] scores = Arrays.stream(values).mapToDouble(v -> score(v, weight)).toArray();
            int best = 0;
            for (int i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
            Assessed first = competing.get(best);
            firsts.add(Optional.of(Acceptability.First.of(first)));
            for (int i = 0; i < scores.length; i++)
                if (scores[best] - scores[i] < near && !competing.get(i).offer().accelerator().equals(first.offer().accelerator())) {
                    ties++;
                    break;
                }
        }
        return new WeightRobustness(workload.workload().id(), winner.verdict().verdict(), competing.size(), decision.profile().priorities(), means,
                Acceptability.of(firsts, Acceptability.leading(workload), decision.policy()), new Proportion(ties, weights.length), seed);
    }

    /** Between the bounds, 0–1 each, in the buyer's order. */
    private static double[] values(Assessed candidate) {
        return candidate.score().contributions().stream().mapToDouble(WeightRobustness::value).toArray();
    }

    private static double value(Contribution part) {
        return part.weight().signum() == 0 ? 0 : part.points().doubleValue() / part.weight().doubleValue();
    }

    /** Rounded as scores are, so that what is the same there is the same here. */
    private static double score(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += values[i] * weights[i];
        return Math.rint(sum * 1e9) / 1e9;
    }

    /**
     * Weights that sum to one, each list from large to small. Exponential variables over their sum are uniform on the
     * simplex.
     *
     * @return by draw, then by criterion
     */
    static double[][] weights(int criteria, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] all = new double[draws][];
        for (int d = 0; d < draws; d++) {
            double[] drawn = new double[criteria];
            for (int k = 0; k < criteria; k++) drawn[k] = -StrictMath.log(1 - random.nextDouble());
            double sum = Arrays.stream(drawn).sum();
            Arrays.sort(drawn);
            all[d] = new double[criteria];
            for (int k = 0; k < criteria; k++) all[d][k] = drawn[criteria - 1 - k] / sum;
        }
        return all;
    }
}
