package dev.secondsource.verdict;

/** What a buyer should do with a candidate, worst first. */
public enum Verdict {
    /** A gate is closed. */
    REJECT,
    /** Fit to stand behind another, not to lead. */
    SECOND_SOURCE_ONLY,
    /** Acceptable once the named conditions are met. */
    CONDITIONAL,
    /** Sound. */
    ACCEPT,
    /** Sound, with a proven major advantage. */
    PREFER
}
