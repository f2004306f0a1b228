package dev.secondsource.architecture.sample.market;

/** Bad: asks the clock. */
public final class AsksTheDay {
    public java.time.LocalDate day() { return java.time.LocalDate.now(); }
}
