package dev.secondsource.policy;

/** On whose authority a threshold stands. */
public enum Tag {
    /** A published value used for its own purpose. */
    PUBLISHED,
    /** A published value borrowed by analogy from another domain. */
    BORROWED,
    /** A default of judgement, without a source: the buyer may well set it otherwise. */
    JUDGEMENT
}
