package dev.secondsource.knowledge;

/** Which way a finding speaks. */
public enum Effect {
    FOR,
    AGAINST
}
