package dev.secondsource.catalogue;

/** Why a row of a published list is not taken. Declared in the order in which reports show them. */
public enum Reason {
    NOT_A_PRICE("price zero, negative or no number"),
    OTHER_CURRENCY("another currency"),
    OTHER_UNIT("not priced or measured by a unit the market knows"),
    NOT_IN_FORCE("not in force on the day of the list"),
    NO_COUNT("no count of accelerators"),
    SLICE_AS_CHIP("slice of a chip priced as a chip"),
    MEMORY_CONTRADICTS("memory contradicts the part"),
    MACHINE_CONTRADICTS("contents contradict the machine"),
    HOST_APART("price of only a part of a machine"),
    UNKNOWN_ACCELERATOR("accelerator not known"),
    AMBIGUOUS_ACCELERATOR("name fits several accelerators"),
    UNKNOWN_MACHINE("machine not known"),
    NOT_OFFERED("region does not offer the machine"),
    UNKNOWN_REGION("region not known of the provider"),
    SPOT_ABOVE_ON_DEMAND("spot dearer than on-demand"),
    COMMITTED_ABOVE_ON_DEMAND("commitment dearer than on-demand"),
    FAR_FROM_PEERS("far from its peers"),
    NO_TERM("commitment without a term"),
    NOT_COMPARABLE("result not comparable"),
    UNKNOWN_MODEL("model not known"),
    CONFLICT("two prices for one offer on one day");

    private final String title;

    Reason(String title) {
        this.title = title;
    }

    /** A few words, in lower case. */
    public String title() {
        return title;
    }
}
