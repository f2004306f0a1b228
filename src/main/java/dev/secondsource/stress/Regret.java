package dev.secondsource.stress;

import dev.secondsource.quantity.Money;
import java.util.ArrayList;
import java.util.List;

/** Savage's regret: what a choice loses more than the best of the others would have in the same world. */
public final class Regret {
    private Regret() {}

    /**
     * Loss less the least loss of all portfolios in that scenario.
     *
     * @param losses of one scenario, one a portfolio; at least one
     * @return in the same order, none below zero
     */
    public static List<Money> of(List<Money> losses) {
        Money least = losses.stream().min(Money::compareTo).orElseThrow();
        return losses.stream().map(l -> l.minus(least)).toList();
    }

    /**
     * The largest regret of each portfolio over all scenarios.
     *
     * @param losses by scenario, then by portfolio
     */
    public static List<Money> largest(List<List<Money>> losses) {
        List<Money> largest = new ArrayList<>();
        for (List<Money> scenario : losses) {
            List<Money> regrets = of(scenario);
            for (int i = 0; i < regrets.size(); i++) {
                if (largest.size() == i) largest.add(regrets.get(i));
                else if (regrets.get(i).compareTo(largest.get(i)) > 0) largest.set(i, regrets.get(i));
            }
        }
        return List.copyOf(largest);
    }
}
