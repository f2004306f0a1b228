package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import java.time.LocalDate;

/**
 * Capacity the buyer has bound itself to pay for, whether it is used or not.
 *
 * @param offer market id of the offer
 * @param accelerators how many accelerators of it, 1 or more
 * @param perMonth what it costs a month in all, above 0
 * @param until last day it is paid for; one that has passed binds nobody
 */
public record ExistingCommitment(String offer, int accelerators, Money perMonth, LocalDate until) {

    /** It is still to be paid on this day. */
    public boolean bindsOn(LocalDate day) {
        return !until.isBefore(day);
    }
}
