package dev.secondsource.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoldAs;
import dev.secondsource.rules.Facts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
    private static final Accelerator RACK_SCALE = Samples.accelerator("GB200", "186", "8000", "2500", "5000", 72, "1200");

    private final List<String> missing = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "8, 1, 1", "8, 3, 4", "8, 5, 8", "8, 9, 16", "8, 17, 24",
        "6, 3, 4", "6, 5, 6", "6, 7, 12",
        "1, 3, 4", "1, 5, 8", "12, 9, 12"
    })
    void roundsUpToAnAllowedGroup(int unit, int least, int expected) {
        assertThat(Topology.roundUp(unit, least)).isEqualTo(expected);
    }

    @Test
    void leavesChipsIdleThatNoReplicaUses() {
        assertThat(Topology.workingShare(6, 4)).isEqualTo(4.0 / 6);
        assertThat(Topology.workingShare(8, 2)).isEqualTo(1);
        assertThat(Topology.workingShare(8, 16)).isEqualTo(1);
    }

    @Test
    void joinsRentedMachinesOnlyInADomainLargerThanAServer() {
        assertThat(largest(Samples.onDemand(Samples.h100(), 1), Samples.h100())).isEqualTo(1);
        assertThat(largest(Samples.onDemand(Samples.h100(), 8), Samples.h100())).isEqualTo(8);
        assertThat(largest(Samples.onDemand(RACK_SCALE, 4), RACK_SCALE)).isEqualTo(72);
        assertThat(largest(Samples.offer(Samples.h100(), 1, PricingKind.PURCHASE, "30000", null), Samples.h100())).isEqualTo(8);
        assertThat(largest(Samples.onDemand(Samples.maia100(), 1), Samples.maia100())).isNull();
    }

    @Test
    void joinsAcceleratorsThatAreRentedOneByOne() {
        Offer byTheGpu = sold(Samples.onDemand(Samples.h100(), 1), SoldAs.ACCELERATOR);

        assertThat(largest(byTheGpu, Samples.h100())).isEqualTo(8);
    }

    /** A trn2.3xlarge has one chip of a domain of 64, and no way to the others. */
    @Test
    void joinsNoPartOfAMachineToAnother() {
        Offer part = sold(Samples.onDemand(RACK_SCALE, 1), SoldAs.PART_OF_A_MACHINE);

        assertThat(largest(part, RACK_SCALE)).isEqualTo(1);
        assertThat(Topology.largestShardedGroup(part, 100_000, missing)).isEqualTo(1);
        assertThat(Topology.largestShardedGroup(Samples.onDemand(RACK_SCALE, 4), 100_000, missing)).isEqualTo(100_000);
        assertThat(missing).isEmpty();
    }

    @Test
    void doesNotKnowBeyondAUnitOfWhichNobodySaidWhatItIs() {
        Offer unsaid = sold(Samples.onDemand(RACK_SCALE, 1), null);

        assertThat(largest(unsaid, RACK_SCALE)).isNull();
        assertThat(Topology.largestShardedGroup(unsaid, 100_000, missing)).isNull();
        assertThat(missing).containsOnly("what a-provider sells as 1x, a machine or part of one");
        assertThat(largest(sold(Samples.onDemand(Samples.h100(), 8), null), Samples.h100())).isEqualTo(8);
    }

    private @Nullable Integer largest(Offer offer, Accelerator accelerator) {
        return Topology.largestGroup(offer, accelerator, 16, missing);
    }

    private static Offer sold(Offer offer, @Nullable SoldAs as) {
        return Facts.with(offer, "soldAs", as);
    }

    @Property
    void theNextGroupIsTheSmallestAllowedAbove(
            @ForAll @IntRange(min = 1, max = 16) int unit, @ForAll @IntRange(min = 1, max = 500) int least) {
        int group = Topology.roundUp(unit, least);

        assertThat(Topology.roundUp(unit, group)).isEqualTo(group);
        assertThat(Topology.next(unit, group)).isEqualTo(Topology.roundUp(unit, group + 1));
    }
}
