package dev.secondsource.decision;

import dev.secondsource.allocation.Allocating;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.AllocationProblem;
import dev.secondsource.allocation.Effort;
import dev.secondsource.allocation.Frontier.Point;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Limit;
import dev.secondsource.allocation.Share;
import dev.secondsource.exposure.Concentration;
import dev.secondsource.market.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What else could be bought than what was decided, from all in one place to as spread as can be. */
public final class Alternatives {
    private static final BigDecimal STEP = new BigDecimal("0.05");

    private Alternatives() {}

    /**
     * The frontier of cost and spread. Caps on designers and providers go down from none in steps of a twentieth; those
     * of the policy, and its floors, hold for the chosen point alone.
     *
     * @param market the one the decision was made on
     * @return empty if nothing is allocated
     */
    public static Optional<Frontier> frontier(Decision decision, Market market) {
        Allocation chosen = decision.allocation();
        if (chosen.shares().isEmpty()) return Optional.empty();
        LookThrough look = new LookThrough(decision.profile(), market.visibleAt(decision.asOf()), decision.policy());
        Choices choices = new Choices(decision.profile(), look, decision.policy(), decision.asOf());
        Effort effort = choices.effort(Scope.BRIEF);
        AllocationProblem problem = choices.of(decision.workloads());
        Map<List<Share>, Point> found = new LinkedHashMap<>();
        for (BigDecimal most = BigDecimal.ONE; most.signum() > 0; most = most.subtract(STEP)) {
            Optional<Allocation> cheapest = Allocating.unpriced(choices.spreadTo(most, problem), effort);
            if (cheapest.isEmpty()) break;
            found.putIfAbsent(cheapest.get().shares(), point(most, cheapest.get()));
        }
        Point own = point(null, chosen);
        found.put(chosen.shares(), own);
        List<Point> points = new ArrayList<>(found.values());
        points.sort(Comparator.comparing((Point p) -> p.allocation().total()).thenComparing(Point::effectiveDesigners).thenComparing(Point::effectiveProviders));
        return Optional.of(new Frontier(points, points.indexOf(own)));
    }

    /**
     * Limits of a decision that other shares would break by more than a step by which people move them, the budget aside.
     *
     * @param market the one the decision was made on
     * @param shares of its workloads on its candidates
     */
    public static List<Limit> broken(Decision decision, Market market, List<Share> shares) {
        LookThrough look = new LookThrough(decision.profile(), market.visibleAt(decision.asOf()), decision.policy());
        return new Choices(decision.profile(), look, decision.policy(), decision.asOf()).broken(decision.workloads(), shares);
    }

    private static Point point(@Nullable BigDecimal most, Allocation allocation) {
        return new Point(most == null ? null : most.stripTrailingZeros(), allocation, Concentration.effectiveNumber(allocation.ofAllWork(Share::designer).values()),
                Concentration.effectiveNumber(allocation.ofAllWork(Share::provider).values()));
    }
}
