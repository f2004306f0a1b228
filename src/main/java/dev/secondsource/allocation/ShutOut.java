package dev.secondsource.allocation;

import dev.secondsource.quantity.Money;
import java.util.List;

/**
 * A workload that nothing may lead, and what shuts everything out.
 *
 * @param workload workload id
 * @param offers how many offers were looked at
 * @param gates a smallest set of reasons of which each offer has at least one: ids of rules, or {@link #NO_PRICE} and
 *     {@link #NO_COST}
 * @param smallest it is proven that no smaller set does
 * @param ways single reasons that let something lead if they did not hold, cheapest first
 */
public record ShutOut(String workload, int offers, List<String> gates, boolean smallest, List<Way> ways) {
    /** Instead of a rule: no price is on file. */
    public static final String NO_PRICE = "no price on file";
    /** Instead of a rule: the price is known, what the work takes is not. */
    public static final String NO_COST = "no known cost";

    public ShutOut {
        gates = List.copyOf(gates);
        ways = List.copyOf(ways);
    }

    /**
     * What one reason keeps out.
     *
     * @param gate id of the only rule that keeps the offer from leading
     * @param offer the cheapest such offer
     * @param perMonth cost of the whole workload on it
     */
    public record Way(String gate, String offer, Money perMonth) {}
}
