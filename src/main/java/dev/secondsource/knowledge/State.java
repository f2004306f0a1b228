package dev.secondsource.knowledge;

/** What a rule says of a subject. */
public enum State {
    FIRED,
    NOT_FIRED,
    /** An input is missing; never a pass. */
    UNKNOWN,
    /** The rule is not about this subject. */
    NOT_APPLICABLE
}
