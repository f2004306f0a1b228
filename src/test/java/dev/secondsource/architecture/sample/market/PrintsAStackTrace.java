package dev.secondsource.architecture.sample.market;

/** Bad: prints. */
public final class PrintsAStackTrace {
    public void say() { new IllegalStateException().printStackTrace(); }
}
