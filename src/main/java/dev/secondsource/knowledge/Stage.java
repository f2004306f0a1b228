package dev.secondsource.knowledge;

/** When in a decision a rule can speak. */
public enum Stage {
    /** Once an offer is known by itself. */
    ALONE,
    /** Once it has been compared with the others. */
    AMONG_OTHERS,
    /** Once there is an allocation to be reviewed. */
    REVIEW
}
