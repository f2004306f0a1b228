package dev.secondsource.ranking;

import dev.secondsource.profile.Criterion;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a candidate serves the buyer's order of criteria: a sum of contributions, one a criterion, and nothing else.
 *
 * @param value 0–1, the sum of the points
 * @param contributions in the buyer's order
 */
public record Score(BigDecimal value, List<Contribution> contributions) {
    public Score {
        contributions = List.copyOf(contributions);
    }

    /**
     * @param criterion what is scored
     * @param weight its weight, 0–1; all weights sum to one
     * @param measured the raw value, null if not known: then it scores as the worst bound
     * @param unit what the raw value counts, for people
     * @param points weight times the score between the bounds
     */
    public record Contribution(Criterion criterion, BigDecimal weight, @Nullable BigDecimal measured, String unit, BigDecimal points) {}

    /** Sums contributions. */
    public static Score of(List<Contribution> contributions) {
        return new Score(contributions.stream().map(Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add), contributions);
    }
}
