package dev.secondsource.architecture.sample.market;

/** Good. */
public final class ThrowsSeededDice {
    public java.util.Random dice() { return new java.util.Random(42); }
}
