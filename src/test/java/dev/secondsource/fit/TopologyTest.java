package dev.secondsource.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.market.PricingKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
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
        var rackScale = Samples.accelerator("GB200", "186", "8000", "2500", "5000", 72, "1200");

        assertThat(Topology.largestGroup(Samples.onDemand(Samples.h100(), 1), Samples.h100(), 16)).isEqualTo(1);
        assertThat(Topology.largestGroup(Samples.onDemand(Samples.h100(), 8), Samples.h100(), 16)).isEqualTo(8);
        assertThat(Topology.largestGroup(Samples.onDemand(rackScale, 4), rackScale, 16)).isEqualTo(72);
        assertThat(Topology.largestGroup(
                        Samples.offer(Samples.h100(), 1, PricingKind.PURCHASE, "30000", null), Samples.h100(), 16))
                .isEqualTo(8);
        assertThat(Topology.largestGroup(Samples.onDemand(Samples.maia100(), 1), Samples.maia100(), 16)).isNull();
    }

    @Test
    void joinsAcceleratorsThatAreRentedOneByOne() {
        var offer = Samples.onDemand(Samples.h100(), 1);
        var byTheGpu = new dev.secondsource.market.Offer("x", "a-provider", "h100", "H100-SXM", 1, offer.region(), offer.pricing(),
                null, offer.price(), offer.evidence(), "");

        assertThat(Topology.largestGroup(byTheGpu, Samples.h100(), 16)).isEqualTo(8);
    }

    @Property
    void theNextGroupIsTheSmallestAllowedAbove(
            @ForAll @IntRange(min = 1, max = 16) int unit, @ForAll @IntRange(min = 1, max = 500) int least) {
        int group = Topology.roundUp(unit, least);

        assertThat(Topology.roundUp(unit, group)).isEqualTo(group);
        assertThat(Topology.next(unit, group)).isEqualTo(Topology.roundUp(unit, group + 1));
    }
}
