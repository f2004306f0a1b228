package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.quantity.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's negotiated terms that give an offer its price, beside the price they replace.
 *
 * @param entry id of the entry of the overlay
 * @param owner who negotiated them
 * @param until the last day they hold
 * @param quantity accelerators they hold for, over all offers of the entry together; null if for any number
 * @param fixed the price itself is agreed; else a discount on whatever is published
 * @param list the published price of the unit
 * @param listed source, grade and date of that
 */
public record Contracted(String entry, String owner, LocalDate until, @Nullable Integer quantity, boolean fixed, Money list, Evidence listed) {
    /** What happens to published prices does not move this one, up to a day. */
    public boolean isFixedUntil(LocalDate day) {
        return fixed && !until.isBefore(day);
    }

    /** The terms for a person: {@code contracted, terms of A. Buyer until 2027-06-30 for at most 64 accelerators}. */
    public String words() {
        return "contracted, terms of " + owner + " until " + until + (quantity == null ? "" : " for at most " + quantity + " accelerators");
    }
}
