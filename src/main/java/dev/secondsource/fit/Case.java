package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.Workload;
import java.time.LocalDate;
import java.util.List;

/**
 * One workload on one offer, with what is needed to judge it.
 *
 * @param missing grows: inputs found not to be known
 */
record Case(
        Workload workload,
        Offer offer,
        Accelerator accelerator,
        Planning planning,
        Measurements measurements,
        LocalDate asOf,
        List<String> missing) {

    int unit() {
        return offer.acceleratorCount();
    }
}
