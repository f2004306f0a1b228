package dev.secondsource.profile;

/** What a buyer can care about, one channel each: no fact counts in two. */
public enum Criterion {
    /** K1: money per unit of work, against the incumbent. */
    UNIT_COST,
    /** K2: how soon useful capacity stands. */
    SPEED,
    /** K3: avoidable exposure the offer adds. */
    EXPOSURE,
    /** K4: condition of the vendor. */
    VENDOR_CONDITION,
    /** K5: maturity and ease of moving to it. */
    READINESS,
    /** K6: energy and carbon. */
    SUSTAINABILITY
}
