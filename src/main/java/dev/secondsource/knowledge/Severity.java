package dev.secondsource.knowledge;

/** How much a finding weighs, lightest first. */
public enum Severity {
    NOTE,
    MINOR,
    MAJOR,
    /** Only against: the subject is out, whatever else is said of it. */
    BLOCKER
}
