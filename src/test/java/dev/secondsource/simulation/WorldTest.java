package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final BuyerProfile BUYER = Shipped.profile("frontier-lab");
    private static final Market MARKET = Shipped.market();
    private static final Ranges PRICES = new Ranges(new Spread(new BigDecimal("0.5"), new BigDecimal("1.5")), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

    @Test
    void isAsAssumedIfNothingIsDrawn() {
        World world = World.drawn(Chance.of(1, 1)[0], Ranges.none(), BUYER, MARKET);

        assertThat(world.buyer()).isEqualTo(BUYER);
        assertThat(world.market()).isEqualTo(MARKET);
    }

    /** Offers that share a designer or a seller share half of what moves them; the error of a correlation of a half over 400 worlds is 0.75 ÷ 20. */
    @Test
    void movesPricesTogetherThroughDesignerAndSellerAlone() {
        Offer one = offer("crusoe", "nvidia", 0);
        double[] sameSeller = factors(offer("crusoe", "amd", 0));
        double[] sameDesigner = factors(offer("aws", "nvidia", 0));
        double[] stranger = factors(offer("aws", "aws", 0));
        double[] alike = factors(offer("crusoe", "nvidia", 1));

        assertThat(factors(one)).containsExactly(alike, within(1e-6));
        assertThat(ChanceTest.correlation(factors(one), sameSeller)).isCloseTo(0.5, within(4 * 0.75 / 20));
        assertThat(ChanceTest.correlation(factors(one), sameDesigner)).isCloseTo(0.5, within(4 * 0.75 / 20));
        assertThat(ChanceTest.correlation(factors(one), stranger)).isCloseTo(0, within(4.0 / 20));
        assertThat(Arrays.stream(factors(one)).min().orElseThrow()).isGreaterThan(0.5);
        assertThat(Arrays.stream(factors(one)).max().orElseThrow()).isLessThan(1.5);
    }

    @Test
    void changesTheSpeedOfOneAcceleratorForAllAndForTheBuyerWithinTheBuyersOwnBand() {
        Spread wide = new Spread(new BigDecimal("0.5"), new BigDecimal("1.5"));
        Spread narrow = new Spread(new BigDecimal("0.9"), new BigDecimal("1.1"));
        Ranges ranges = new Ranges(Spread.NONE, new TreeMap<>(), new TreeMap<>(Map.of("H100-SXM", wide)), new TreeMap<>(Map.of("research", new TreeMap<>(Map.of("H100-SXM", narrow)))), new TreeMap<>(), new TreeSet<>());
        Chance chance = Chance.of(3, 1)[0];

        World world = World.drawn(chance, ranges, BUYER, MARKET);

        BigDecimal place = wide.quantile(chance.of("speed H100-SXM"));
        assertThat(world.market().accelerator("H100-SXM").memoryBandwidthGBs()).isEqualByComparingTo(MARKET.accelerator("H100-SXM").memoryBandwidthGBs().multiply(place));
        assertThat(world.market().accelerator("MI300X")).isEqualTo(MARKET.accelerator("MI300X"));
        assertThat(world.market().offers()).isEqualTo(MARKET.offers());
        assertThat(own(world.buyer()).divide(own(BUYER), 9, java.math.RoundingMode.HALF_EVEN)).isCloseTo(narrow.quantile(chance.of("speed H100-SXM")), within(new BigDecimal("1e-8")));
        assertThat(place.compareTo(BigDecimal.ONE)).isNotZero();
    }

    private static BigDecimal own(BuyerProfile buyer) {
        return buyer.workloads().stream().filter(w -> w.id().equals("research")).flatMap(w -> w.measurements().stream()).filter(m -> m.accelerator().equals("H100-SXM")).findFirst().orElseThrow().perAccelerator();
    }

    private static Offer offer(String provider, String designer, int index) {
        List<Offer> found = MARKET.offers().stream().filter(o -> o.price() != null && o.provider().equals(provider) && MARKET.accelerator(o.accelerator()).designer().equals(designer)).toList();
        return found.get(index);
    }

    /** On a market of that offer alone: what an offer draws does not hang on what else is for sale. */
    private static double[] factors(Offer offer) {
        Market alone = MARKET.offering(List.of(offer));
        return Arrays.stream(Chance.of(1, 400)).mapToDouble(c -> World.drawn(c, PRICES, BUYER, alone).market().offers().get(0).price().ratioTo(offer.price()).doubleValue()).toArray();
    }
}
