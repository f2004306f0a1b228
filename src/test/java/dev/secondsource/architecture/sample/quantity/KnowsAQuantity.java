package dev.secondsource.architecture.sample.quantity;

/** Good. */
public final class KnowsAQuantity {
    public KnowsTheMarket other;
}
