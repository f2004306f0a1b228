package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.quantity.Money;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OddityTest {
    private static final Evidence ORIGIN = new Evidence("x", "x", Grade.E1, LocalDate.of(2026, 1, 1));

    private static final Plausible PLAUSIBLE = new Plausible(5, 2, 1, 0.1);

    @Test
    void noticesSpotAboveOnDemandOfTheSameUnitAndRegion() {
        Market market = market(part("80", "3350"), offer("spot", PricingKind.SPOT, null, "10.01", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market, PLAUSIBLE)).singleElement().satisfies(odd -> {
            assertThat(odd.kind()).isEqualTo(Oddity.Kind.SPOT_ABOVE_ON_DEMAND);
            assertThat(odd.subject()).isEqualTo("spot");
        });
    }

    @Test
    void isSilentWhenSpotEqualsOnDemand() {
        Market market = market(part("80", "3350"), offer("spot", PricingKind.SPOT, null, "10", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market, PLAUSIBLE)).isEmpty();
    }

    @Test
    void noticesACommitmentAboveOnDemand() {
        Market market = market(part("80", "3350"), offer("year", PricingKind.COMMITTED, 12, "11", 1), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market, PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.COMMITTED_ABOVE_ON_DEMAND);
    }

    @Test
    void noticesAPriceOfTheWholeUnitBookedForOneChip() {
        Market market = market(
                part("80", "3350"),
                offer("a", PricingKind.CAPACITY_BLOCK, null, "40", 8),
                offer("b", PricingKind.CAPACITY_BLOCK, null, "44", 8),
                Facts.with(offer("c", PricingKind.CAPACITY_BLOCK, null, "42", 1), "instanceType", "other"));

        assertThat(Oddity.of(market, PLAUSIBLE)).singleElement().satisfies(odd -> {
            assertThat(odd.kind()).isEqualTo(Oddity.Kind.FAR_FROM_PEERS);
            assertThat(odd.subject()).isEqualTo("c");
            assertThat(odd.what()).isEqualTo("42 USD per chip and hour, the median of 2 like it of cloud is 5.25");
        });
    }

    @Test
    void noticesHostMemoryBookedAsChipMemory() {
        Market market = market(part("2048", "2900"), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market, PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.IMPLAUSIBLE_MEMORY);
    }

    @Test
    void isSilentOnPartsOfUnknownMemory() {
        Market market = market(part(null, null), offer("list", PricingKind.ON_DEMAND, null, "10", 1));

        assertThat(Oddity.of(market, PLAUSIBLE)).isEmpty();
    }

    @Test
    void noticesALongerCommitmentThatCostsMore() {
        Offer year = offer("year", PricingKind.COMMITTED, 12, "8", 1);

        assertThat(kinds(year, offer("three", PricingKind.COMMITTED, 36, "8.01", 1))).containsExactly(Oddity.Kind.LONGER_TERM_DEARER);
        assertThat(kinds(year, offer("three", PricingKind.COMMITTED, 36, "8", 1))).isEmpty();
    }

    @Test
    void noticesANameThatContradictsItsRow() {
        assertThat(kinds(named("h100-8x", 1))).containsExactly(Oddity.Kind.NAME_CONTRADICTS_COUNT);
        assertThat(kinds(named("h100-8x", 8))).isEmpty();
        assertThat(kinds(named("p5.48xlarge", 8))).isEmpty();
        assertThat(kinds(named("x-141gb", 1))).containsExactly(Oddity.Kind.NAME_CONTRADICTS_MEMORY);
        assertThat(kinds(named("x-80GB", 1))).isEmpty();
    }

    @Test
    void noticesTwoSourcesOfOneMonthThatDisagree() {
        Offer first = offer("a", PricingKind.ON_DEMAND, null, "10", 1);
        LocalDate day = ORIGIN.date();

        assertThat(kinds(first, dated("11", "another list", day.plusDays(31)))).containsExactly(Oddity.Kind.SOURCES_DISAGREE);
        assertThat(kinds(first, dated("11", "another list", day.plusDays(32)))).isEmpty();
        assertThat(kinds(first, dated("10", "another list", day.plusDays(1)))).isEmpty();
        assertThat(kinds(first, dated("11", ORIGIN.source(), day.plusDays(1)))).isEmpty();
    }

    private static Offer dated(String price, String source, LocalDate day) {
        return Facts.with(offer("a", PricingKind.ON_DEMAND, null, price, 1), "evidence", new Evidence("price", source, ORIGIN.grade(), day));
    }

    @Test
    void ofTwoPricesOfOneSellerFarApartBothAreShownAndOfTwoSellersNone() {
        Offer cheap = offer("a", PricingKind.ON_DEMAND, null, "1", 1);
        Offer dear = offer("b", PricingKind.ON_DEMAND, null, "60", 1);

        assertThat(kinds(cheap, dear)).containsExactly(Oddity.Kind.FAR_FROM_PEERS, Oddity.Kind.FAR_FROM_PEERS);
        assertThat(kinds(cheap, Facts.with(dear, "provider", "other"))).isEmpty();
    }

    @Test
    void aSellerInManyRegionsDoesNotDrownTheOthers() {
        List<Offer> offers = new java.util.ArrayList<>();
        for (int i = 0; i < 9; i++) offers.add(offer("big" + i, PricingKind.ON_DEMAND, null, "12", 1));
        for (String small : List.of("b", "c", "d")) offers.add(Facts.with(offer(small, PricingKind.ON_DEMAND, null, small.equals("d") ? "39" : "3", 1), "provider", small));

        assertThat(Oddity.of(market(part("80", "3350"), offers.toArray(Offer[]::new)), PLAUSIBLE)).singleElement().returns("d", Oddity::subject)
                .returns("39 USD per chip and hour, the median of 3 other sellers of its like is 3", Oddity::what);
    }

    @Test
    void noticesAPriceFarFromThatOfAnEarlierDay() {
        Offer first = offer("a", PricingKind.ON_DEMAND, null, "10", 1);

        assertThat(Oddity.of(market(part("80", "3350"), first, dated("50", ORIGIN.source(), ORIGIN.date().plusDays(90))), PLAUSIBLE)).singleElement()
                .returns(Oddity.Kind.FAR_FROM_EARLIER, Oddity::kind).returns(ORIGIN.date().plusDays(90), Oddity::day);
        assertThat(kinds(first, dated("49.9", ORIGIN.source(), ORIGIN.date().plusDays(90)))).isEmpty();
    }

    @Test
    void comparesASpotPriceOfThePastWithWhatWasOnDemandThen() {
        Offer spot = Facts.with(offer("spot", PricingKind.SPOT, null, "11", 1), "evidence", new Evidence("price", "x", Grade.E1, ORIGIN.date().plusDays(1)));
        Offer later = Facts.with(offer("spot", PricingKind.SPOT, null, "4", 1), "evidence", new Evidence("price", "x", Grade.E1, ORIGIN.date().plusDays(90)));

        assertThat(Oddity.of(market(part("80", "3350"), offer("a", PricingKind.ON_DEMAND, null, "10", 1), spot, later, dated("5", "x", ORIGIN.date().plusDays(60))), PLAUSIBLE)).singleElement()
                .returns(Oddity.Kind.SPOT_ABOVE_ON_DEMAND, Oddity::kind).returns(ORIGIN.date().plusDays(1), Oddity::day);
        assertThat(kinds(dated("5", "x", ORIGIN.date().plusDays(60)), spot, later)).isEmpty();
    }

    @Test
    void noticesAMachineThatHoldsSomethingElseInAnotherOffer() {
        Offer eight = offer("a", PricingKind.ON_DEMAND, null, "10", 8);
        Offer also = offer("b", PricingKind.CAPACITY_BLOCK, null, "10", 8);
        Offer slice = offer("c", PricingKind.COMMITTED, 12, "2", 1);

        assertThat(Oddity.of(market(part("80", "3350"), eight, also, slice), PLAUSIBLE)).singleElement().returns(Oddity.Kind.MACHINE_CONTRADICTS, Oddity::kind).returns("c", Oddity::subject)
                .returns("holds 1 X here, and 8 X in a", Oddity::what);
        assertThat(kinds(eight, slice)).as("neither is known to be right").containsExactly(Oddity.Kind.MACHINE_CONTRADICTS, Oddity.Kind.MACHINE_CONTRADICTS);
        assertThat(kinds(eight, also)).isEmpty();
    }

    @Test
    void noticesOnePriceInAnotherCurrencyAndNotASellerWhoBillsInTwo() {
        Offer one = offer("a", PricingKind.ON_DEMAND, null, "10", 1);
        Offer two = offer("b", PricingKind.CAPACITY_BLOCK, null, "10", 1);
        Offer euro = offer("c", PricingKind.COMMITTED, 12, "9", 1).at(Money.of(new BigDecimal("9"), java.util.Currency.getInstance("EUR")));

        assertThat(Oddity.of(market(part("80", "3350"), one, two, euro), PLAUSIBLE)).singleElement().returns(Oddity.Kind.OTHER_CURRENCY, Oddity::kind).returns("c", Oddity::subject);
        assertThat(kinds(one, euro)).isEmpty();
    }

    @Test
    void noticesMemoryThatIsNotThePartsOwn() {
        Accelerator named = Facts.with(part("40", "3350"), "id", "X-80GB");
        Market shipped = market(part("80", "3350"));

        assertThat(Oddity.of(market(named), PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.MEMORY_CONTRADICTS);
        assertThat(Oddity.beside(market(part("40", "3350")), shipped, PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.MEMORY_CONTRADICTS);
        assertThat(Oddity.beside(market(part("74", "3350")), shipped, PLAUSIBLE)).isEmpty();
        assertThat(Oddity.beside(market(part(null, null)), shipped, PLAUSIBLE)).isEmpty();
    }

    @Test
    void noticesWhatIsRentedBeforeItIsReleased() {
        Accelerator part = Facts.with(part("80", "3350"), "released", ORIGIN.date().plusDays(1));

        assertThat(Oddity.of(market(part, offer("a", PricingKind.ON_DEMAND, null, "10", 1)), PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.PRICED_BEFORE_RELEASE);
        assertThat(Oddity.of(market(Facts.with(part, "released", ORIGIN.date()), offer("a", PricingKind.ON_DEMAND, null, "10", 1)), PLAUSIBLE)).isEmpty();
    }

    @Test
    void noticesTermsAndPeaksOutOfOrder() {
        Accelerator part = Facts.with(part("80", "3350"), "peakTflops", Map.of(NumericFormat.BF16, new BigDecimal("989"), NumericFormat.FP8, new BigDecimal("197.9")));

        assertThat(Oddity.of(market(part), PLAUSIBLE)).extracting(Oddity::kind).containsExactly(Oddity.Kind.PEAKS_OUT_OF_ORDER);
        assertThat(kinds(offer("a", PricingKind.COMMITTED, 73, "10", 1))).containsExactly(Oddity.Kind.EXTRAORDINARY_TERM);
    }

    private static List<Oddity.Kind> kinds(Offer... offers) {
        return Oddity.of(market(part("80", "3350"), offers), PLAUSIBLE).stream().map(Oddity::kind).toList();
    }

    private static Offer named(String instance, int chips) {
        return Facts.with(offer("a", PricingKind.ON_DEMAND, null, "10", chips), "instanceType", instance);
    }

    private static Market market(Accelerator part, Offer... offers) {
        return new Market("test", Map.of(part.id(), part), Map.of(), Map.of(), List.of(offers), List.of(), List.of(), List.of());
    }

    private static Accelerator part(@Nullable String memory, @Nullable String bandwidth) {
        return new Accelerator(
                "X", "x", null, decimal(memory), null, decimal(bandwidth), Map.of(), null, null, null, null, null, null, null, true, true, true,
                true, "cuda", null, null, null, ORIGIN, "");
    }

    private static Offer offer(String id, PricingKind pricing, @Nullable Integer term, String price, int chips) {
        return new Offer(
                id, "cloud", "unit", "X", chips, SoldAs.MACHINE, new Region("cloud", "here", "US"), pricing, term, Money.usd(price), ORIGIN, "");
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
