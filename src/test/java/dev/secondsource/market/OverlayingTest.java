package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.files.OverlayFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Offer NIMBUS = offer("nimbus:nb8:x:on-demand", "nimbus", 8, "80", "2026-06-01");
    private static final Offer OTHER = offer("cirrus:c1:x:on-demand", "cirrus", 1, "12", "2026-06-01");
    private static final Offer UNPRICED = offer("unpriced:X", "maker", 1, null, "2026-06-01");
    private static final Market MARKET = new Market("test", Map.of("X", part()), Map.of(), Map.of(), List.of(NIMBUS, OTHER, UNPRICED), List.of(), List.of(), List.of());

    @Test
    void putsTheContractedPriceBesideTheListPrice() {
        Offer own = at(apply(entry("a", "provider=nimbus", "discount: 15")), NIMBUS.id());

        assertThat(own.price()).isEqualTo(Money.usd("68"));
        assertThat(own.listPrice()).isEqualTo(Money.usd("80"));
        assertThat(own.contracted()).isEqualTo(new Contracted("a", "a buyer", LocalDate.of(2026, 12, 31), null, false, NIMBUS.price(), NIMBUS.evidence()));
        assertThat(own.evidence()).isEqualTo(new Evidence("price of " + NIMBUS.id(), "terms a of a buyer: contract of a", Grade.E1, LocalDate.of(2026, 1, 1)));
    }

    @Test
    void leavesOtherOffersAndTheMarketAsTheyAre() {
        String before = MarketDigest.of(MARKET);

        Market own = apply(entry("a", "provider=nimbus", "discount: 15"));

        assertThat(at(own, OTHER.id())).isEqualTo(OTHER);
        assertThat(MarketDigest.of(MARKET)).isEqualTo(before).isEqualTo(own.overlaid().listSha256()).isNotEqualTo(MarketDigest.of(own));
    }

    @ParameterizedTest
    @CsvSource({"accelerator, 72", "unit, 9"})
    void countsAPriceOfItsOwnPerAcceleratorOrPerUnit(String per, String expected) {
        Offer own = at(apply(entry("a", "provider=nimbus", "price: {amount: 9, currency: USD, per: " + per + "}")), NIMBUS.id());

        assertThat(own.price()).isEqualTo(Money.usd(expected));
    }

    @Test
    void gradesAQuoteLowerThanAContract() {
        Offer own = at(apply(entry("a", "provider=nimbus", "discount: 15").replace("basis: contract", "basis: quote")), NIMBUS.id());

        assertThat(own.evidence().grade()).isEqualTo(Grade.E2);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true", "2026-12-31, true", "2027-01-01, false"})
    void holdsFromItsFirstDayToItsLast(LocalDate day, boolean holds) {
        Market market = MARKET.offering(List.of(offer(NIMBUS.id(), "nimbus", 8, "80", "2025-01-01")));

        Market own = Overlaying.apply(market, overlay(entry("a", "provider=nimbus", "discount: 15")), day).orThrow();

        assertThat(at(own, NIMBUS.id()).contracted() != null).isEqualTo(holds);
        assertThat(String.join(" ", own.overlaid().remarks()).contains("Entry a of the negotiated terms is not in force on " + day)).isEqualTo(!holds);
    }

    @Test
    void doesNotTellAPriceBeforeItsOfferIsKnown() {
        Market own = Overlaying.apply(MARKET, overlay(entry("a", "provider=nimbus", "discount: 15")), LocalDate.of(2026, 5, 31)).orThrow();

        assertThat(at(own, NIMBUS.id())).isEqualTo(NIMBUS);
        assertThat(own.overlaid().remarks()).containsExactly("Entry a of the negotiated terms is not used: no price of its offers is known on 2026-05-31.");
    }

    @Test
    void theMoreSpecificEntryCountsAndTheOtherIsTold() {
        Market own = apply(entry("all", "*", "discount: 5"), entry("one", "provider=nimbus", "discount: 15"));

        assertThat(at(own, NIMBUS.id()).contracted().entry()).isEqualTo("one");
        assertThat(at(own, OTHER.id()).contracted().entry()).isEqualTo("all");
        assertThat(own.overlaid().remarks()).containsExactly("Entry all of the negotiated terms is not used for 1 offer: entry one is more specific.");
    }

    @Test
    void aConditionForAnythingMakesNothingMoreSpecific() {
        Market own = apply(entry("wide", "provider=nimbus,region=*,id=*", "discount: 5").replace("from: 2026-01-01", "from: 2025-12-31"), entry("late", "provider=nimbus", "discount: 15"));

        assertThat(at(own, NIMBUS.id()).contracted() == null ? "none" : at(own, NIMBUS.id()).contracted().entry()).isEqualTo("late");
    }

    @Test
    void ofTwoAsSpecificTheLaterCounts() {
        Market own = apply(entry("old", "provider=nimbus", "discount: 5").replace("from: 2026-01-01", "from: 2025-01-01"), entry("new", "accelerator=X", "discount: 15"));

        assertThat(at(own, NIMBUS.id()).contracted().entry()).isEqualTo("new");
        assertThat(own.overlaid().remarks()).containsExactly("Entry old of the negotiated terms is not used for 1 offer: entry new began later.");
    }

    @Test
    void twoThatAreAlikeInBothAreRefusedAtBothPlaces() {
        List<Problem> problems = problems(entry("a", "provider=nimbus", "discount: 5"), entry("b", "accelerator=X", "discount: 15"));

        assertThat(problems).extracting(Problem::line).containsExactly(3, 11);
        assertThat(problems.get(0)).hasToString("terms.yaml:3: terms[0]: says another price of " + NIMBUS.id() + " than entry b at terms.yaml:11, and neither is more specific or later; "
                + "give one of the two another condition, or a later from");
    }

    @Test
    void refusesWhatSelectsNothingAndTellsWhatWasMeant() {
        assertThat(problems(entry("a", "provider=nimbsu", "discount: 5"))).singleElement()
                .hasToString("terms.yaml:4: terms[0].offers: no offers with provider=nimbsu; did you mean nimbus?");
    }

    @Test
    void refusesWhatSelectsNothingEvenWhenItIsNotInForce() {
        assertThat(problems(entry("a", "provider=nimbsu", "discount: 5").replace("until: 2026-12-31", "until: 2026-01-02"))).hasSize(1);
    }

    @Test
    void refusesTermsForWhatHasNoPrice() {
        assertThat(problems(entry("a", "provider=maker", "discount: 5"))).singleElement().asString().contains("no price is published for what it selects, such as unpriced:X");
    }

    @ParameterizedTest
    @CsvSource({"79.99, false", "80, false", "80.01, true"})
    void tellsAPriceAboveTheListPriceAndTakesIt(String price, boolean told) {
        Market own = apply(entry("a", "provider=nimbus", "price: {amount: " + price + ", currency: USD, per: unit}"));

        assertThat(at(own, NIMBUS.id()).price()).isEqualTo(Money.usd(price));
        assertThat(String.join(" ", own.overlaid().remarks()).contains("is dearer than published for 1 offer")).isEqualTo(told);
    }

    @Test
    void aFiniteQuantityLeavesTheListPriceStandingBesideIt() {
        Market own = apply(entry("a", "provider=nimbus", "discount: 15\n    quantity: 64"));

        assertThat(at(own, NIMBUS.id())).isEqualTo(NIMBUS);
        assertThat(at(own, NIMBUS.id() + ":contracted-a").price()).isEqualTo(Money.usd("68"));
        assertThat(at(own, NIMBUS.id() + ":contracted-a").quantity()).isEqualTo(64);
    }

    @Test
    void whatIsBeyondAFiniteQuantityCostsWhatTheNextTermsSay() {
        Market own = apply(entry("frame", "*", "discount: 5"), entry("lot", "provider=nimbus", "discount: 30\n    quantity: 64"));

        assertThat(at(own, NIMBUS.id()).price()).isEqualTo(Money.usd("76"));
        assertThat(at(own, NIMBUS.id() + ":contracted-lot").price()).isEqualTo(Money.usd("56"));
        assertThat(own.overlaid().remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"discount: 15 | 2026-12-31 | false", "'price: {amount: 9, currency: USD, per: unit}' | 2026-12-31 | true",
        "'price: {amount: 9, currency: USD, per: unit}' | 2027-01-01 | false"})
    void aPriceOfItsOwnHoldsStillToItsLastDayAndADiscountFollowsTheList(String price, LocalDate day, boolean still) {
        assertThat(at(apply(entry("a", "provider=nimbus", price)), NIMBUS.id()).contracted().isFixedUntil(day)).isEqualTo(still);
    }

    private static Market apply(String... entries) {
        return Overlaying.apply(MARKET, overlay(entries), DAY).orThrow();
    }

    private static List<Problem> problems(String... entries) {
        Checked<Market> own = Overlaying.apply(MARKET, overlay(entries), DAY);
        return new ArrayList<>(own.problems());
    }

    private static Offer at(Market market, String id) {
        return market.offers().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    private static Overlay overlay(String... entries) {
        return OverlayFiles.read("overlay: secondsource-overlay/1\nterms:\n" + String.join("", entries), "terms.yaml").orThrow();
    }

    /** Eight lines, nine with a quantity. */
    private static String entry(String id, String offers, String price) {
        return "  - id: " + id + "\n    offers: \"" + offers + "\"\n    " + price + "\n    owner: a buyer\n    basis: contract\n    source: contract of " + id
                + "\n    from: 2026-01-01\n    until: 2026-12-31\n";
    }

    private static Offer offer(String id, String provider, int count, @Nullable String price, String date) {
        return new Offer(id, provider, "unit", "X", count, SoldAs.MACHINE, new Region(provider, "x", "US"), price == null ? PricingKind.UNPRICED : PricingKind.ON_DEMAND, null,
                price == null ? null : Money.usd(price), new Evidence("price of " + id, "list", Grade.E1, LocalDate.parse(date)), "");
    }

    private static Accelerator part() {
        return dev.secondsource.files.MarketFiles.bundled().orThrow().accelerator("H100-SXM");
    }
}
