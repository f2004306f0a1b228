package dev.secondsource.architecture.sample.market;

/** Bad: asks the clock. */
public final class AsksTheTime {
    public long time() { return System.currentTimeMillis(); }
}
