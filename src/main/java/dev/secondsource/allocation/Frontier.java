package dev.secondsource.allocation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What spreading costs: the cheapest allocations from all work in one place to as spread as eligible offers allow, and
 * the one that was chosen.
 *
 * @param points cheapest first, then the more spread
 * @param chosen index of the allocation that the policy's own limits give
 */
public record Frontier(List<Point> points, int chosen) {
    public Frontier {
        points = List.copyOf(points);
    }

    /**
     * An allocation on the way.
     *
     * @param most share of all work that any one designer or provider might carry here, 0–1; null for the chosen one, which
     *     keeps the policy's limits instead
     * @param allocation the cheapest under that
     * @param effectiveDesigners 10⁴ ÷ HHI of the designers' shares, 1 or more
     * @param effectiveProviders likewise of the providers
     */
    public record Point(@Nullable BigDecimal most, Allocation allocation, BigDecimal effectiveDesigners, BigDecimal effectiveProviders) {}
}
