package dev.secondsource.ranking;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Weights from an order of importance alone. */
public final class Weights {
    private Weights() {}

    /** Rank-order-centroid weights for n criteria, most important first (Barron and Barrett 1996): w_k = (1/n) Σ_{i≥k} 1/i. */
    public static List<BigDecimal> rankOrderCentroid(int n) {
        List<BigDecimal> weights = new ArrayList<>();
        for (int k = 1; k <= n; k++) {
            double sum = 0;
            for (int i = k; i <= n; i++) sum += 1.0 / i;
            weights.add(Decimals.of(sum / n));
        }
        return List.copyOf(weights);
    }
}
