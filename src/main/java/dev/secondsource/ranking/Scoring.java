package dev.secondsource.ranking;

import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Criterion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Scores raw values between the policy's bounds, weighted by the buyer's order. */
public final class Scoring {
    private static final Map<Criterion, String> UNITS = Map.of(
            Criterion.UNIT_COST, "x incumbent's unit cost",
            Criterion.SPEED, "weeks to capacity",
            Criterion.EXPOSURE, "HHI points added",
            Criterion.VENDOR_CONDITION, "risk level, 0-100",
            Criterion.READINESS, "maturity level after porting",
            Criterion.SUSTAINABILITY, "x incumbent's energy a unit");

    private Scoring() {}

    /** Policy keys that hold the bounds: {@code ranking.unit-cost-worst}, {@code ranking.unit-cost-best}, …. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>();
        for (Criterion criterion : Criterion.values()) {
            keys.add(key(criterion, "worst"));
            keys.add(key(criterion, "best"));
        }
        return keys;
    }

    /**
     * @param raw value by criterion; an absent one is unknown
     * @param order all criteria, most important first
     * @param bounds ends of each scale
     */
    public static Score score(Map<Criterion, BigDecimal> raw, List<Criterion> order, Map<Criterion, Bounds> bounds) {
        List<BigDecimal> weights = Weights.rankOrderCentroid(order.size());
        List<Score.Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Criterion criterion = order.get(i);
            BigDecimal measured = raw.get(criterion);
            BigDecimal share = measured == null ? BigDecimal.ZERO : bounds.get(criterion).score(measured);
            BigDecimal points = weights.get(i).multiply(share).setScale(12, RoundingMode.HALF_EVEN);
            contributions.add(new Score.Contribution(criterion, weights.get(i), measured, UNITS.get(criterion), points));
        }
        return Score.of(contributions);
    }

    /** The policy's fixed ends of each criterion's scale. */
    public static Map<Criterion, Bounds> bounds(Policy policy) {
        Map<Criterion, Bounds> bounds = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values())
            bounds.put(criterion, new Bounds(policy.number(key(criterion, "worst")), policy.number(key(criterion, "best"))));
        return bounds;
    }

    private static String key(Criterion criterion, String end) {
        return "ranking." + criterion.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + end;
    }
}
