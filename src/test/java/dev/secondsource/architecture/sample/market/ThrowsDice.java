package dev.secondsource.architecture.sample.market;

/** Bad: a generator without a seed. */
public final class ThrowsDice {
    public java.util.Random dice() { return new java.util.Random(); }
}
