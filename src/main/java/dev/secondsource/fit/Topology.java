package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SoldAs;
import java.util.List;
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
     * join into a larger one only if the scale-up domain is larger than any server (an NVL72 rack); accelerators bought,
     * or rented one by one, fill a whole domain; part of a machine joins nothing.
     *
     * @param chipsInAServer a larger domain spans machines
     * @param missing grows by what is not known, if that decides
     * @return null if that is not known; the unit itself is a group all the same
     */
    static @Nullable Integer largestGroup(Offer offer, Accelerator accelerator, int chipsInAServer, List<String> missing) {
        Integer domain = accelerator.scaleUpChips();
        if (offer.soldAs() == SoldAs.PART_OF_A_MACHINE || domain != null && domain <= offer.acceleratorCount()) return offer.acceleratorCount();
        if (offer.soldAs() == null) missing.add(howItIsSold(offer));
        else if (domain == null) missing.add("scale-up domain of " + accelerator.id());
        if (offer.soldAs() == null || domain == null) return null;
        return offer.soldAs() == SoldAs.ACCELERATOR || domain > chipsInAServer ? domain : offer.acceleratorCount();
    }

    /**
     * Most accelerators over which the state of one training run can be sharded in this offer. Sharding exchanges every
     * weight with every chip at each step, which takes the network of a cluster.
     *
     * @param largestCluster most accelerators in one cluster
     * @return null if that is not known
     */
    static @Nullable Integer largestShardedGroup(Offer offer, int largestCluster, List<String> missing) {
        if (offer.soldAs() == SoldAs.PART_OF_A_MACHINE) return offer.acceleratorCount();
        if (offer.soldAs() == null) missing.add(howItIsSold(offer));
        return offer.soldAs() == null ? null : largestCluster;
    }

    private static String howItIsSold(Offer offer) {
        return "what " + offer.provider() + " sells as " + offer.instanceType() + ", a machine or part of one";
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
