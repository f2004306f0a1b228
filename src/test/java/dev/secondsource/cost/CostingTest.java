package dev.secondsource.cost;

import static dev.secondsource.fit.Samples.AS_OF;
import static dev.secondsource.fit.Samples.POLICY;
import static dev.secondsource.fit.Samples.decimal;
import static dev.secondsource.fit.Samples.h100;
import static dev.secondsource.fit.Samples.llama70b;
import static dev.secondsource.fit.Samples.offer;
import static dev.secondsource.fit.Samples.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.fit.Samples;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Engineering;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Site;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CostingTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Site HALL = site("hall", "1000", "0.10");

    @Test
    void chargesServingForTheWholeMonth() {
        // 1 000 tokens a second: 24 accelerators, three units.
        Cost cost = known(buyer(36, Money.USD), serving(), onDemand(h100(), 8));

        assertThat(cost.lines()).extracting(CostLine::name).containsExactly("accelerators", "hidden costs");
        assertThat(cost.lines().get(0).perMonth()).isEqualTo(Money.usd("120537.60"));
        assertThat(cost.lines().get(0).basis()).isEqualTo("3 x 730 h x 55.04 USD/h for 8 H100-SXM");
        assertThat(cost.lines().get(1).perMonth()).isEqualTo(Money.usd("18080.64"));
        assertThat(cost.perMonth()).isEqualTo(Money.usd("138618.24"));
        assertThat(cost.overHorizon()).isEqualTo(Money.usd("4990256.64"));
        assertThat(cost.perUnit()).isEqualTo(Money.usd("4.620608"));
        assertThat(cost.perAcceleratorHour()).isEqualTo(Money.usd("7.912"));
        assertThat(cost.acceleratorShare().doubleValue()).isCloseTo(1 / 1.15, within(1e-9));
    }

    @Test
    void chargesWorkThatCanWaitByTheHour() {
        Cost cost = known(buyer(36, Money.USD), batch(), onDemand(h100(), 8));

        // 16 666.7 accelerator-hours are 2 083.33 unit-hours.
        assertThat(cost.lines().get(0).perMonth()).isEqualTo(Money.usd("114666.67"));
    }

    @Test
    void chargesACommitmentForTheWholeMonthAndToItsEnd() {
        Offer threeYears = offer(h100(), 8, PricingKind.COMMITTED, "30", 36);

        Cost within = known(buyer(36, Money.USD), batch(), threeYears);
        Cost beyond = known(buyer(24, Money.USD), batch(), threeYears);

        assertThat(within.lines()).extracting(CostLine::name).containsExactly("accelerators", "hidden costs");
        assertThat(within.lines().get(0).perMonth()).isEqualTo(Money.usd("65700"));
        assertThat(beyond.lines().get(2).name()).isEqualTo("commitment past the horizon");
        assertThat(beyond.lines().get(2).perMonth()).isEqualTo(Money.usd("32850"));
    }

    @Test
    void takesTheSpotPriceAsItIs() {
        Cost spot = known(buyer(36, Money.USD), batch(), offer(h100(), 8, PricingKind.SPOT, "20", null));

        assertThat(spot.lines().get(0).perMonth()).isEqualTo(Money.usd("41666.67"));
    }

    @Test
    void writesOffOwnedMachinesAndHousesThem() {
        Cost cost = known(buyer(36, Money.USD, HALL), serving(), purchase());

        assertThat(cost.lines()).extracting(CostLine::name)
                .containsExactly("accelerators", "servers, network and storage", "electricity", "spares", "staff");
        // 23 bought one by one; 8 % over 5 years with 0.2^(5/3) left.
        double share = (1 - StrictMath.pow(0.2, 5 / 3.0) / 1.469328) * 0.250456 / 12;
        assertThat(amount(cost, 0)).isCloseTo(24 * 30_000 * share, within(1.0));
        assertThat(amount(cost, 1)).isCloseTo(12 * 30_000 * share, within(1.0));
        assertThat(amount(cost, 2)).isCloseTo(24 * 0.7 * 1.82 * 1.2 * 730 * 0.10, within(0.01));
        assertThat(amount(cost, 3)).isCloseTo(24 * 45_000 * 0.02 / 12, within(0.01));
        assertThat(amount(cost, 4)).isCloseTo(10_000, within(0.001));
    }

    /** Uptime 2025 mean PUE 1.54 against AWS 1.15, 1.275 kW an accelerator at $0.10: $0.196 against $0.139–0.147 an hour. */
    @Test
    void weighsElectricityWithThePue() {
        Cost poor = known(buyer(36, Money.USD, pue("1.54")), serving(), purchase());

        assertThat(amount(poor, 2) / 24 / 730).isCloseTo(0.196, within(0.0005));
    }

    @Test
    void choosesTheCheapestSiteThatTakesTheMachines() {
        Site small = site("small", "5", "0.01");
        Site dear = site("dear", "1000", "0.30");

        assertThat(known(buyer(36, Money.USD, small, dear, HALL), serving(), purchase()).lines().get(2).basis())
                .contains("at hall");
        assertThat(known(buyer(36, Money.USD, small), serving(), purchase()).lines().get(2).basis()).contains("at small");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        Accelerator powerless = Samples.accelerator("H100-SXM", "80", "3350", "989.4", "1979", 8, null);
        Accelerator lost = Samples.maia100();
        BuyerProfile buyer = buyer(36, Money.USD);

        assertThat(cost(buyer, serving(), offer(h100(), 8, PricingKind.UNPRICED, null, null), h100()).missing())
                .containsExactly("price of a-provider:8xH100-SXM:UNPRICED");
        assertThat(cost(buyer, serving(), purchase(), powerless).missing())
                .containsExactly("power of H100-SXM", "an own site to house H100-SXM");
        assertThat(cost(buyer, serving(), onDemand(h100(), 1), h100()).missing())
                .containsExactly("a way to fit w in a-provider:1xH100-SXM:ON_DEMAND");
        assertThat(cost(buyer, llama70b().build(), onDemand(lost, 1), lost).missing())
                .contains("memory of Maia-100", "peak FP8 rate of Maia-100");
    }

    @Test
    void doesNotSeeAPriceOfALaterDay() {
        var early = AS_OF.minusYears(1);
        var workload = serving();
        var offer = onDemand(h100(), 8);

        Costed costed = new Costing(buyer(36, Money.USD), POLICY, rates(early), early).cost(workload, offer, h100(), Samples.fit(workload, offer, h100()));

        assertThat(costed.orNull()).isNull();
        assertThat(costed.missing()).singleElement().asString().contains("2025-10-31").contains("2026-07-20");
    }

    @Test
    void answersInTheCurrencyOfTheBuyer() {
        Cost cost = known(buyer(36, EUR), serving(), onDemand(h100(), 8));

        assertThat(cost.perMonth().currency()).isEqualTo(EUR);
        assertThat(cost.lines().get(0).perMonth().amount()).isEqualByComparingTo("109579.64");
        assertThat(cost(buyer(36, Currency.getInstance("JPY")), serving(), onDemand(h100(), 8), h100()).missing())
                .containsExactly("exchange rate USD/JPY on " + AS_OF + " (rates.csv of the market)");
    }

    @Test
    void comparesOwningWithTheCheapestRent() {
        Offer cheap = offer(h100(), 8, PricingKind.COMMITTED, "24", 12);
        Offer spot = offer(h100(), 8, PricingKind.SPOT, "1", null);
        Workload workload = serving();
        BuyerProfile buyer = buyer(36, Money.USD, HALL);
        Costing costing = new Costing(buyer, POLICY, rates(AS_OF), AS_OF);

        RentOrOwn either = costing.rentOrOwn(
                workload, purchase(), h100(), Samples.fit(workload, purchase(), h100()), List.of(spot, onDemand(h100(), 8), cheap));

        assertThat(either.againstOffer()).isEqualTo(cheap.id());
        assertThat(either.plannedHours()).isEqualByComparingTo("43800");
        Cost own = known(buyer, workload, purchase());
        double running = (amount(own, 2) + amount(own, 3) + amount(own, 4)) / 24 / 730;
        assertThat(either.breakEvenHours().doubleValue()).isCloseTo(45_000 / (3 * 1.15 - running), within(1.0));
        assertThat(either.breakEvenHoursIfRentFalls()).isGreaterThan(either.breakEvenHours());
        assertThat(either.breakEvenHoursIfRentRises()).isLessThan(either.breakEvenHours());
        assertThat(costing.rentOrOwn(workload, cheap, h100(), Samples.fit(workload, cheap, h100()), List.of())).isNull();
    }

    @Test
    void countsTheHoursThatWouldBePaidAsRent() {
        Workload standing = serving();
        Workload waiting = batch();
        Costing costing = new Costing(buyer(36, Money.USD, HALL), POLICY, rates(AS_OF), AS_OF);
        List<Offer> rentals = List.of(onDemand(h100(), 8));

        RentOrOwn online = costing.rentOrOwn(standing, purchase(), h100(), Samples.fit(standing, purchase(), h100()), rentals);
        RentOrOwn batch = costing.rentOrOwn(waiting, purchase(), h100(), Samples.fit(waiting, purchase(), h100()), rentals);

        assertThat(online.plannedHours()).isEqualByComparingTo("43800");
        assertThat(batch.plannedHours()).isEqualByComparingTo("21900");
        assertThat(batch.ownPerHour()).isGreaterThan(online.ownPerHour());
        assertThat(online.ownPerHourIfRateRises()).isGreaterThan(online.ownPerHour());
        assertThat(online.rentPerHour()).isEqualTo(batch.rentPerHour());
    }

    @Test
    void comparesWithNothingWhereNothingIsRented() {
        Workload workload = serving();

        RentOrOwn alone = new Costing(buyer(36, Money.USD, HALL), POLICY, rates(AS_OF), AS_OF)
                .rentOrOwn(workload, purchase(), h100(), Samples.fit(workload, purchase(), h100()), List.of());

        assertThat(alone.breakEvenHours()).isNull();
        assertThat(alone.againstOffer()).isNull();
    }

    @Property(tries = 100)
    void linesAddUpToTheCent(
            @ForAll @IntRange(min = 1, max = 1_000_000) int volume,
            @ForAll @IntRange(min = 1, max = 999_999) int price,
            @ForAll @IntRange(min = 1, max = 60) int horizon,
            @ForAll PricingKind pricing) {
        boolean priced = pricing != PricingKind.UNPRICED;
        Offer offer = offer(h100(), 8, pricing, priced ? price / 1000.0 + "" : null, pricing == PricingKind.COMMITTED ? 36 : null);

        Cost cost = cost(buyer(horizon, Money.USD, HALL), llama70b().volume(volume + "").build(), offer, h100()).orNull();

        if (!priced) assertThat(cost).isNull();
        else {
            Money sum = cost.lines().stream().map(CostLine::perMonth).reduce(Money::plus).orElseThrow();
            assertThat(sum).isEqualTo(cost.perMonth()).isEqualTo(cost.perMonth().toCents());
        }
    }

    @Test
    void readsExactlyThePolicyKeysOfItsFamily() {
        assertThat(Costing.policyKeys())
                .containsExactlyElementsOf(POLICY.values().keySet().stream().filter(key -> key.startsWith("cost.")).toList());
    }

    private static double amount(Cost cost, int line) {
        return cost.lines().get(line).perMonth().amount().doubleValue();
    }

    private static Workload serving() {
        return measured(WorkloadKind.ONLINE_SERVING);
    }

    private static Workload batch() {
        return measured(WorkloadKind.BATCH_INFERENCE);
    }

    private static Workload measured(WorkloadKind kind) {
        return llama70b().kind(kind).measurements(new OwnMeasurement("H100-SXM", decimal("1000"), null, AS_OF, "")).build();
    }

    private static Offer purchase() {
        return offer(h100(), 1, PricingKind.PURCHASE, "30000", null);
    }

    private static Cost known(BuyerProfile buyer, Workload workload, Offer offer) {
        Costed costed = cost(buyer, workload, offer, h100());
        assertThat(costed.missing()).isEmpty();
        return costed.orNull();
    }

    private static Costed cost(BuyerProfile buyer, Workload workload, Offer offer, Accelerator accelerator) {
        return new Costing(buyer, POLICY, rates(AS_OF), AS_OF).cost(workload, offer, accelerator, Samples.fit(workload, offer, accelerator));
    }

    private static Site site(String id, String kw, String perKwh) {
        return new Site(id, "US", decimal(kw), decimal("40"), false, decimal("1.2"), Money.usd(perKwh), decimal("300"), null, null);
    }

    private static Site pue(String pue) {
        return new Site("s", "US", decimal("1000"), decimal("40"), false, decimal(pue), Money.usd("0.10"), decimal("300"), null, null);
    }

    static BuyerProfile buyer(int horizon, Currency currency, Site... sites) {
        return new BuyerProfile("b", "B", "", AS_OF, currency, null, horizon, Set.of(), Set.of(),
                Set.of(dev.secondsource.profile.DeliveryMode.RENT), List.of(sites), null, List.of(), null, false, false, null, List.of(), List.of(),
                decimal("0.08"), null, List.of(), List.of(),
                new Engineering(decimal("8"), List.of("cuda"), Money.usd("20000")), null, List.of(), List.of(), List.of(), List.of(),
                new PolicyChoice("default", Map.<String, BigDecimal>of()));
    }

    private static ExchangeRates rates(java.time.LocalDate asOf) {
        return new ExchangeRates(POLICY, List.of(), asOf);
    }
}
