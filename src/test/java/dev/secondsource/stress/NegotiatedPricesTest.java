package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.OverlayFiles;
import dev.secondsource.market.Market;
import dev.secondsource.market.Overlaying;
import dev.secondsource.policy.Tag;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything gets dearer by half; the period is the twelve months from 2026-10-31. */
class NegotiatedPricesTest {
    private static final BuyerProfile BUYER = Shipped.profile("enterprise-serving-70b");
    private static final String OFFER = "crusoe:h200-sxm:unspecified:on-demand";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'price: {amount: 2.90, currency: USD, per: unit}' | 2027-10-31 | 1.0",
        "'price: {amount: 2.90, currency: USD, per: unit}' | 2027-10-30 | 1.5",
        "discount: 20 | 2027-10-31 | 1.5"})
    void anAgreedPriceHoldsStillForAsLongAsItsTermsAndADiscountMovesWithTheList(String price, String until, String times) {
        Market market = Overlaying.apply(Shipped.market(), OverlayFiles.read("overlay: secondsource-overlay/1\nterms:\n  - id: own\n    offers: id=" + OFFER + "\n    " + price
                + "\n    owner: a\n    basis: contract\n    source: b\n    from: 2026-10-01\n    until: " + until + "\n", "terms.yaml").orThrow(), BUYER.asOf()).orThrow();
        Decision base = Shipped.decide(BUYER, market);
        NamedPortfolio all = portfolio(base);
        Scenario dearer = new Scenario("X", "Dearer", "Dearer.", List.of(new Change.Price(Selector.of(Selector.Kind.EVERYTHING), new Figure(new BigDecimal("1.5"), Tag.JUDGEMENT, "test"))));

        Loss loss = Stress.of(BUYER, market, Shipped.knowledge(), BUYER.asOf(), base, List.of(all), new Scenarios("test", "", List.of(dearer)), StressOptions.DEFAULT).orThrow()
                .cases().get(0).losses().get(0);

        assertThat(loss.work().ratioTo(all.allocation().perMonth().times(BigDecimal.valueOf(12)))).isCloseTo(new BigDecimal(times), within(new BigDecimal("0.0001")));
    }

    private static NamedPortfolio portfolio(Decision base) {
        Assessed found = base.workloads().get(0).candidates().stream().filter(c -> c.offer().id().equals(OFFER)).findFirst().orElseThrow();
        Share share = new Share(base.workloads().get(0).workload().id(), OFFER, found.candidate().designer().id(), found.offer().provider(), BigDecimal.ONE, Money.zero(Money.USD));
        return new NamedPortfolio("all", "", Allocation.of(Allocation.Status.SOUND, new Bill(base).priced(List.of(share)), Money.USD));
    }
}
