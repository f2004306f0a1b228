package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a supplier or one of its parts; its day is the evidence's date.
 *
 * @param kind what kind of thing
 * @param accelerator market id of the part concerned, or null for the supplier as a whole
 * @param quarters length of a slip in quarters, null otherwise
 * @param what one sentence
 * @param evidence source, grade, date
 */
public record SupplierEvent(
        Kind kind,
        @Nullable String accelerator,
        @Nullable Integer quarters,
        String what,
        Evidence evidence) {

    /** The kinds of event that rules read. */
    public enum Kind {
        /** A product line was ended. */
        CANCELLED,
        /** The supplier was acquired, or its technology licensed away. */
        ACQUIRED,
        /** A part arrived later than announced. */
        SLIPPED,
        /** An export or tariff rule changed against the buyer of the part. */
        EXPORT_RULE,
        /** New releases of the software leave the part out; at most security fixes go on. */
        SUPPORT_ENDED,
        /** Demand exceeds supply for the time being. */
        SOLD_OUT,
        /** Its own foundry, packager or memory maker gives it less than it needs. */
        SHORT_OF_CAPACITY
    }
}
