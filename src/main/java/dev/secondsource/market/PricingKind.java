package dev.secondsource.market;

/** The ways in which accelerators are priced. */
public enum PricingKind {
    ON_DEMAND,
    SPOT,
    /** Reserved or committed use for a term. */
    COMMITTED,
    /** A block of hours bought in advance for fixed days. */
    CAPACITY_BLOCK,
    /** Bought outright; the price is capital, not an hourly rate. */
    PURCHASE,
    /** The accelerator exists but no price is known for it. */
    UNPRICED
}
