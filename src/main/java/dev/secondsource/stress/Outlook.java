package dev.secondsource.stress;

import dev.secondsource.allocation.Share;
import dev.secondsource.market.Offer;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario makes of every offer. Capacity that is out or late is costed as if it were there: it is, before and
 * after.
 *
 * @param scenario about named things only
 * @param base what is decided in the world as assumed
 * @param changed the same with the changes that are not physical
 * @param unpriced the same without changes of prices: what is signed keeps them
 */
record Outlook(Scenario scenario, Seen base, Seen changed, Seen unpriced) {
    static final BigDecimal DAYS_A_MONTH = Decimals.divide(BigDecimal.valueOf(365), BigDecimal.valueOf(12));
    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);

    /** Cost a month of a whole workload; null if the scenario knows none. */
    @Nullable Money price(Share share, boolean signed) {
        return (signed ? unpriced : changed).costs().get(Seen.key(share));
    }

    /** How large a workload is there; as assumed if the scenario does not know. */
    Bill.Size size(Share share) {
        Bill.Size then = changed.sizes().get(Seen.key(share));
        return then != null && then.accelerators() != null ? then : base.sizes().get(Seen.key(share));
    }

    /** A gate is closed to it that was open. */
    boolean isBlocked(Share share) {
        return changed.blocked().contains(Seen.key(share)) && !base.blocked().contains(Seen.key(share));
    }

    /**
     * Months by which an order comes later than assumed: against the day the capacity is needed if there is one, else
     * against the day it would have come, known or not.
     */
    BigDecimal late(Share share, Offer offer) {
        BigDecimal weeks = scenario.changes().stream().filter(Change.LeadTimes.class::isInstance).map(c -> ((Change.LeadTimes) c).weeks().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weeks.signum() == 0 || !Applying.isFixed(offer)) return BigDecimal.ZERO;
        Integer was = base.slackDays().get(Seen.key(share));
        Integer is = changed.slackDays().get(Seen.key(share));
        BigDecimal days = was == null || is == null ? weeks.multiply(DAYS_A_WEEK) : BigDecimal.valueOf(Math.max(0, -is) - Math.max(0, -was));
        return Decimals.divide(days, DAYS_A_MONTH);
    }
}
