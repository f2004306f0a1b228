package dev.secondsource.decision;

import java.util.function.BooleanSupplier;

/**
 * How much a decision looks into beside its answer.
 *
 * @param outOfTime once it is true the search for a cheaper allocation stops, and the decision says so
 * @param prices what limits and spreading cost, each found by a search of its own
 * @param foresight asked where several allocations cost as little and meet as many serious objections
 */
public record Scope(BooleanSupplier outOfTime, boolean prices, Foresight foresight) {
    /** All that can be found without scenarios, however long it takes. */
    public static final Scope FULL = new Scope(() -> false, true, Foresight.NONE);

    /** The same answer without the prices of limits: for the many decisions of those who ask what would be decided if. */
    public static final Scope BRIEF = new Scope(() -> false, false, Foresight.NONE);

    /** The same within a time. */
    public Scope until(BooleanSupplier over) {
        return new Scope(over, prices, foresight);
    }

    /** The same with ties broken by what is foreseen. */
    public Scope foreseeing(Foresight other) {
        return new Scope(outOfTime, prices, other);
    }
}
