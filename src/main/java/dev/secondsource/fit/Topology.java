package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import org.jspecify.annotations.Nullable;

/**
 * The sizes a tightly coupled group of accelerators may have in an offer: powers of two up to the unit sold, the unit
 * itself, and multiples of a unit of more than one chip; single chips combine by powers of two.
 */
final class Topology {
    private Topology() {}

    /**
     * Most accelerators one replica can span in this offer.
     *
     * <p>Within one machine chips are coupled at least by its bus, so a rented unit is always a group. Rented machines
     * join into a larger one only if the scale-up domain is larger than any server (a TPU slice, an NVL72 rack);
     * accelerators bought, or rented one by one, fill a whole domain.
     *
     * @param chipsInAServer a larger domain spans machines
     * @return null if the domain is not known and the unit alone does not decide
     */
    static @Nullable Integer largestGroup(Offer offer, Accelerator accelerator, int chipsInAServer) {
        Integer domain = accelerator.scaleUpChips();
        if (domain == null) return null;
        boolean joins = offer.soldByTheAccelerator()
                || offer.pricing() == PricingKind.PURCHASE
                || offer.pricing() == PricingKind.UNPRICED
                || domain > chipsInAServer;
        return joins ? Math.max(domain, offer.acceleratorCount()) : offer.acceleratorCount();
    }

    /** The next allowed size above an allowed one. */
    static int next(int unit, int size) {
        if (unit > 1 && size >= unit) return Math.addExact(size, unit);
        int doubled = Math.multiplyExact(Integer.highestOneBit(size), 2);
        return unit > 1 ? Math.min(doubled, unit) : doubled;
    }

    /** The smallest allowed size that is at least {@code least}. */
    static int roundUp(int unit, int least) {
        if (unit > 1 && least > unit) return wholeUnits(unit, least);
        int size = 1;
        while (size < least) size = next(unit, size);
        return size;
    }

    /** The smallest multiple of the unit that is at least {@code least}. */
    static int wholeUnits(int unit, int least) {
        return Math.multiplyExact(Math.floorDiv(Math.addExact(least, unit - 1), unit), unit);
    }

    /** Share of a unit's chips that work when it hosts as many replicas of this size as it can. */
    static double workingShare(int unit, int group) {
        return group < unit ? (double) (unit / group * group) / unit : 1;
    }
}
