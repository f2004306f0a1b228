package dev.secondsource.architecture.sample.market;

/** Good by itself. */
public final class Counted {
    public dev.secondsource.architecture.sample.quantity.KnowsAQuantity quantity;
}
