package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Facts later than the day of the decision are invisible. */
class MarketVisibilityTest {
    private static final Market MARKET = Shipped.market();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Accelerator PART = MARKET.accelerator("H100-SXM");
    private static final Offer OFFER = MARKET.offers().stream().filter(o -> o.accelerator().equals(PART.id()) && o.price() != null).findFirst().orElseThrow();

    @Test
    void seesAPriceOnItsDayAndNotTheDayBefore() {
        Market market = Facts.with(MARKET, "offers", List.of(priced(OFFER, DAY)));

        assertThat(market.visibleAt(DAY).offers()).extracting(Offer::id).contains(OFFER.id());
        assertThat(market.visibleAt(DAY.minusDays(1)).offers()).extracting(Offer::id).doesNotContain(OFFER.id());
    }

    @Test
    void seesOfAnOfferTheNewestPriceThatWasKnown() {
        Market market = Facts.with(MARKET, "offers", List.of(priced(OFFER, DAY).at(Money.usd("3")), priced(OFFER, DAY.minusDays(30)).at(Money.usd("5")), priced(OFFER, DAY.minusDays(60)).at(Money.usd("4"))));

        assertThat(prices(market.visibleAt(DAY))).containsExactly(Money.usd("3"));
        assertThat(prices(market.visibleAt(DAY.minusDays(1)))).containsExactly(Money.usd("5"));
        assertThat(prices(market.visibleAt(DAY.minusDays(31)))).containsExactly(Money.usd("4"));
        assertThat(prices(market.visibleAt(DAY.minusDays(61)))).isEmpty();
        assertThat(prices(market.newest())).containsExactly(Money.usd("3"));
    }

    @Test
    void seesAPriceToItsLastDayAndNoEarlierOneAfterIt() {
        Offer ended = Facts.with(priced(OFFER, DAY), "until", DAY.plusDays(9));
        Market market = Facts.with(MARKET, "offers", List.of(priced(OFFER, DAY.minusDays(30)), ended, priced(OFFER, DAY.plusDays(20))));

        assertThat(prices(market.visibleAt(DAY.plusDays(9)))).hasSize(1);
        assertThat(prices(market.visibleAt(DAY.plusDays(10)))).isEmpty();
        assertThat(market.visibleAt(DAY.plusDays(10)).offers()).filteredOn(o -> o.accelerator().equals(PART.id())).singleElement().returns(PricingKind.UNPRICED, Offer::pricing);
        assertThat(prices(market.visibleAt(DAY.plusDays(20)))).hasSize(1);
    }

    private static List<Money> prices(Market market) {
        return market.offers().stream().filter(o -> o.id().equals(OFFER.id())).map(Offer::price).toList();
    }

    @Test
    void keepsAPartWhosePricesAreAllLaterAsOneWithoutAPrice() {
        Market market = Facts.with(MARKET, "offers", List.of(priced(OFFER, DAY)));

        List<Offer> before = market.visibleAt(DAY.minusDays(1)).offers();

        assertThat(before).filteredOn(o -> o.accelerator().equals(PART.id())).singleElement().satisfies(offer -> {
            assertThat(offer.pricing()).isEqualTo(PricingKind.UNPRICED);
            assertThat(offer.price()).isNull();
        });
    }

    @Test
    void seesNoPartBeforeItsReleaseNorItsOffers() {
        Map<String, Accelerator> parts = new TreeMap<>(MARKET.accelerators());
        parts.put(PART.id(), Facts.with(PART, "released", DAY));
        Market market = Facts.with(Facts.with(MARKET, "accelerators", parts), "offers", List.of(priced(OFFER, DAY.minusDays(9))));

        Market before = market.visibleAt(DAY.minusDays(1));

        assertThat(before.accelerators()).doesNotContainKey(PART.id());
        assertThat(before.offers()).extracting(Offer::accelerator).doesNotContain(PART.id());
        assertThat(market.visibleAt(DAY).accelerators()).containsKey(PART.id());
    }

    @Test
    void seesNoAnnouncedPartBeforeTheAnnouncement() {
        Map<String, Accelerator> parts = new TreeMap<>(MARKET.accelerators());
        parts.put(PART.id(), Facts.with(Facts.with(PART, "released", null), "evidence", new Evidence("figures", "x", Grade.E2, DAY)));
        Market market = Facts.with(MARKET, "accelerators", parts);

        assertThat(market.visibleAt(DAY.minusDays(1)).accelerators()).doesNotContainKey(PART.id());
        assertThat(market.visibleAt(DAY).accelerators()).containsKey(PART.id());
    }

    @Test
    void seesNoLaterMeasurementProofClaimOrFactOfASupplier() {
        Evidence today = new Evidence("x", "x", Grade.E1, DAY);
        Measurement measured = Facts.with(Facts.with(MARKET.measurements().get(0), "id", "new"), "evidence", today);
        MaturityEvidence proof = new MaturityEvidence(PART.id(), MaturityEvidence.Kind.EXTERNAL_CUSTOMER, null, null, "somebody new", today);
        Claim claim = new Claim("new", "nvidia", PART.id(), null, Claim.Basis.PRICE_PERFORMANCE, BigDecimal.ONE, BigDecimal.ONE, "faster", today);
        Supplier amd = MARKET.supplier("amd");
        SupplierEvent event = new SupplierEvent(SupplierEvent.Kind.SOLD_OUT, null, null, "sold out today", today);
        Fact<BigDecimal> figure = new Fact<>(BigDecimal.TEN, today);
        Supplier told = Facts.with(Facts.with(Facts.with(Facts.with(amd, "events", List.of(event)), "figures", Map.of(Supplier.Figure.RUNWAY_MONTHS, figure)),
                "equityLinks", List.of(new EquityLink("x", null, "owns it", today))), "certifications", List.of(new Fact<>("c5", today)));
        Map<String, Supplier> suppliers = new TreeMap<>(MARKET.suppliers());
        suppliers.put("amd", told);
        Market market = Facts.with(Facts.with(Facts.with(Facts.with(MARKET, "measurements", with(MARKET.measurements(), measured)),
                "maturity", with(MARKET.maturity(), proof)), "claims", with(MARKET.claims(), claim)), "suppliers", suppliers);

        Market before = market.visibleAt(DAY.minusDays(1));
        Market after = market.visibleAt(DAY);

        assertThat(after.measurements()).contains(measured);
        assertThat(after.maturity()).contains(proof);
        assertThat(after.claims()).contains(claim);
        assertThat(after.supplier("amd")).isEqualTo(told);
        assertThat(before.measurements()).doesNotContain(measured);
        assertThat(before.maturity()).doesNotContain(proof);
        assertThat(before.claims()).doesNotContain(claim);
        assertThat(before.supplier("amd").events()).isEmpty();
        assertThat(before.supplier("amd").figures()).isEmpty();
        assertThat(before.supplier("amd").equityLinks()).isEmpty();
        assertThat(before.supplier("amd").certifications()).isEmpty();
    }

    @Test
    void doesNotKnowWhatAStackRunsBeforeThatIsDocumented() {
        SoftwareStack cuda = new SoftwareStack("cuda", List.of("pytorch"), List.of("jax"), new Evidence("frameworks", "x", Grade.E1, DAY));
        Market market = Facts.with(MARKET, "stacks", Map.of("cuda", cuda));

        SoftwareStack before = market.visibleAt(DAY.minusDays(1)).stack("cuda");

        assertThat(market.visibleAt(DAY).stack("cuda")).isEqualTo(cuda);
        assertThat(before).isEqualTo(new SoftwareStack("cuda", null, null, null));
        assertThat(before.missing(List.of("pytorch"))).isNull();
        assertThat(before.bridged(List.of("pytorch"))).isNull();
        assertThat(before.surelyRuns(List.of("pytorch"))).isFalse();
        assertThat(cuda.surelyRuns(List.of("pytorch", "jax"))).isTrue();
    }

    @Test
    void knowsTheGridOfAPlaceFromItsDayOn() {
        Fact<BigDecimal> grid = new Fact<>(BigDecimal.TEN, new Evidence("grid", "x", Grade.E1, DAY));
        Offer placed = Facts.with(priced(OFFER, DAY.minusDays(9)), "region", new Region(OFFER.provider(), "here", "US", grid));
        Market market = Facts.with(MARKET, "offers", List.of(placed));

        assertThat(offer(market.visibleAt(DAY)).region().gridGramsPerKwh()).isEqualTo(grid);
        assertThat(offer(market.visibleAt(DAY.minusDays(1)))).isEqualTo(Facts.with(placed, "region", new Region(OFFER.provider(), "here", "US")));
    }

    private static Offer offer(Market market) {
        return market.offers().stream().filter(o -> o.id().equals(OFFER.id())).findFirst().orElseThrow();
    }

    @Test
    void looksTheSameSeenTwice() {
        Market once = MARKET.visibleAt(LocalDate.of(2025, 1, 1));

        assertThat(once.visibleAt(LocalDate.of(2025, 1, 1))).isEqualTo(once);
        assertThat(once).isNotEqualTo(MARKET);
    }

    private static Offer priced(Offer offer, LocalDate day) {
        return Facts.with(Facts.with(offer, "price", Money.usd("10")), "evidence", new Evidence("price", "x", Grade.E1, day));
    }

    private static <T> List<T> with(List<T> all, T another) {
        List<T> more = new ArrayList<>(all);
        more.add(another);
        return more;
    }
}
