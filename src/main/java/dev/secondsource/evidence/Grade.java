package dev.secondsource.evidence;

/** How far a source can be trusted; declared from best to worst, so the weakest of several is their maximum. */
public enum Grade {
    /** Filing, standard, paper, official specification or price list, the buyer's own measurement. */
    E1,
    /** Reputable press, regulator summary, named analyst, independent measurement. */
    E2,
    /** The vendor's own claim about performance or price-performance, or a modelled estimate. */
    E3,
    /** Anonymous, machine-written, mirrored or deleted source. */
    E4;

    public boolean weakerThan(Grade other) {
        return compareTo(other) > 0;
    }
}
