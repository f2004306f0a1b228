package dev.secondsource.architecture.sample.shell;

/** Good. */
public final class MayPrint {
    public void say() { System.out.println(); }
}
