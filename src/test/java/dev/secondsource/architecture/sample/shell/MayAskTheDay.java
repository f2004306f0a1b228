package dev.secondsource.architecture.sample.shell;

/** Good. */
public final class MayAskTheDay {
    public java.time.LocalDate day() { return java.time.LocalDate.now(); }
}
