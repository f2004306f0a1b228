package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Market;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeldTest {
    private static final Market MARKET = Shipped.market();

    static Stream<BuyerProfile> buyersWithAnAnswer() {
        return Shipped.profiles().stream().filter(b -> !Shipped.decision(b).allocation().shares().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("buyersWithAnAnswer")
    void costsWhatTheAllocationCostsIfTheWorldIsAsAssumed(BuyerProfile buyer) {
        Decision base = Shipped.decision(buyer);

        Held.Month month = new Held(base, MARKET).in(buyer, MARKET);

        assertThat(month.total().amount()).isCloseTo(base.allocation().total().amount(), within(new BigDecimal("0.05")));
        assertThat(month.unknown()).isEmpty();
    }

    /** The bank's answer holds a commitment; what it pays by the hour gets dearer, the commitment does not. */
    @Test
    void keepsThePriceOfWhatIsSigned() {
        Decision base = Shipped.decision(Shipped.profile("regulated-bank"));
        Held held = new Held(base, MARKET);
        Market dearer = MARKET.priced(o -> o.pricing() == PricingKind.COMMITTED || o.pricing() == PricingKind.PURCHASE ? new BigDecimal("3") : BigDecimal.ONE);

        Held.Month month = held.in(base.profile(), dearer);

        assertThat(base.allocation().shares()).anyMatch(s -> s.offer().contains("committed"));
        assertThat(month).isEqualTo(held.in(base.profile(), MARKET));
    }

    @Test
    void paysTheMarketsPriceForWhatIsNot() {
        Decision base = Shipped.decision(Shipped.profile("enterprise-serving-70b"));
        Held held = new Held(base, MARKET);

        Money month = held.in(base.profile(), MARKET.priced(o -> new BigDecimal("2"))).perMonth();

        assertThat(base.allocation().shares()).noneMatch(s -> s.offer().contains("committed") || s.offer().startsWith("own:"));
        assertThat(month.ratioTo(base.allocation().perMonth())).isCloseTo(new BigDecimal("2"), within(new BigDecimal("0.001")));
    }

    /** Half the work on what is committed is a month of paid idleness: what is owed though unused stays. */
    @Test
    void owesWhatIsCommittedThoughHalfTheWorkIsGone() {
        Decision base = Shipped.decision(Shipped.profile("regulated-bank"));
        Held held = new Held(base, MARKET);
        BuyerProfile half = base.profile().demanding(base.profile().workloads().stream().map(w -> w.demanding(new BigDecimal("0.5"))).toList());
        Money committed = base.allocation().shares().stream().filter(s -> s.offer().contains("committed")).map(dev.secondsource.allocation.Share::perMonth).reduce(Money.zero(base.profile().currency()), Money::plus);

        Money month = held.in(half, MARKET).perMonth();

        assertThat(month).isLessThan(base.allocation().perMonth());
        assertThat(month).isGreaterThan(committed.times(new BigDecimal("0.79")));
    }
}
