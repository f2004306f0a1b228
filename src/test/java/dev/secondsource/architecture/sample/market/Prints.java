package dev.secondsource.architecture.sample.market;

/** Bad: prints. */
public final class Prints {
    public void say() { System.out.println(); }
}
