package dev.secondsource.architecture.sample.quantity;

/** Bad: knows others. With {@link dev.secondsource.architecture.sample.market.Counted} it is also a circle. */
public final class KnowsTheMarket {
    public dev.secondsource.architecture.sample.market.Counted counted;
}
