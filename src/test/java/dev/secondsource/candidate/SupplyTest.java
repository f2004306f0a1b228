package dev.secondsource.candidate;

import static dev.secondsource.candidate.Bench.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Samples;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.Site;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupplyTest {
    private static final Policy POLICY = Policies.of("cost.host-power-share", "0.5", "fit.chips-in-a-server", "8");
    private static final LocalDate AS_OF = Bench.AS_OF;
    private static final Accelerator PART = Samples.h100();
    private static final Supplier SELLER = Facts.with(Bench.supplier("shop"), "figures", Map.of(
            Supplier.Figure.LEAD_WEEKS_P50, weeks("12"), Supplier.Figure.LEAD_WEEKS_P90, weeks("30"), Supplier.Figure.LARGEST_DEPLOYMENT, weeks("16000")));
    private static final Site SITE = new Site("hall", "DE", decimal("1000"), decimal("40"), false, decimal("1.2"), Money.usd("0.1"), BigDecimal.ZERO, null, null);

    @ParameterizedTest
    @CsvSource({"ON_DEMAND, RENT, 0", "SPOT, RENT, 0", "CAPACITY_BLOCK, RESERVE, 0", "COMMITTED, RESERVE, 12", "PURCHASE, OWN, 12", "UNPRICED, RENT, 12"})
    void isDeliveredAsItIsPriced(PricingKind pricing, DeliveryMode mode, BigDecimal weeks) {
        Supply supply = of(offer(pricing), PART, SELLER, Bench.buyer());

        assertThat(supply.mode()).isEqualTo(mode);
        assertThat(supply.leadWeeks()).isEqualByComparingTo(weeks);
    }

    @Test
    void whatHasNoPriceAndIsOnlySoldWouldBeOwned() {
        Accelerator onlySold = Facts.with(PART, "rentable", false);
        Accelerator kept = Facts.with(onlySold, "purchasable", false);

        assertThat(of(offer(PricingKind.UNPRICED), onlySold, SELLER, Bench.buyer()).mode()).isEqualTo(DeliveryMode.OWN);
        assertThat(of(offer(PricingKind.UNPRICED), onlySold, SELLER, Bench.buyer()).onSale()).isTrue();
        assertThat(of(offer(PricingKind.UNPRICED), kept, SELLER, Bench.buyer()).onSale()).isFalse();
    }

    @Test
    void isAllowedIfTheBuyerAllowsThatWayOfDelivery() {
        BuyerProfile renting = Facts.with(Bench.buyer(), "deliveryModes", Set.of(DeliveryMode.RENT));

        assertThat(of(offer(PricingKind.SPOT), PART, SELLER, renting).modeAllowed()).isTrue();
        assertThat(of(offer(PricingKind.COMMITTED), PART, SELLER, renting).modeAllowed()).isFalse();
    }

    @Test
    void countsTheDaysToSpareAtTheMedianAndAtTheSlowLead() {
        BuyerProfile bound = Facts.with(Bench.buyer(), "needBy", AS_OF.plusDays(84));

        Supply supply = of(offer(PricingKind.COMMITTED), PART, SELLER, bound);

        assertThat(supply.boundByDate()).isTrue();
        assertThat(supply.slackDays()).isZero();
        assertThat(supply.slackDaysIfSlow()).isEqualTo(84 - 210);
        assertThat(of(offer(PricingKind.ON_DEMAND), PART, SELLER, bound).slackDays()).isEqualTo(84);
    }

    @Test
    void knowsNoSlackWithoutADayOrALeadTime() {
        BuyerProfile bound = Facts.with(Bench.buyer(), "needBy", AS_OF.plusDays(84));

        assertThat(of(offer(PricingKind.COMMITTED), PART, SELLER, Bench.buyer()).slackDays()).isNull();
        assertThat(of(offer(PricingKind.COMMITTED), PART, Bench.supplier("shop"), bound).leadWeeks()).isNull();
        assertThat(of(offer(PricingKind.COMMITTED), PART, Bench.supplier("shop"), bound).slackDays()).isNull();
    }

    @Test
    void readsTheLargestDeploymentOfTheSeller() {
        assertThat(of(offer(PricingKind.SPOT), PART, SELLER, Bench.buyer()).largestDeployment()).isEqualTo(16_000);
        assertThat(of(offer(PricingKind.SPOT), PART, Bench.supplier("shop"), Bench.buyer()).scaleShown()).isFalse();
    }

    @Test
    void isSoldOutForAYearAfterItWasSaid() {
        assertThat(soldOut(PART.id(), AS_OF)).isTrue();
        assertThat(soldOut(null, AS_OF.minusYears(1).plusDays(1))).isTrue();
        assertThat(soldOut(null, AS_OF.minusYears(1))).isFalse();
        assertThat(soldOut("another part", AS_OF)).isFalse();
    }

    @Test
    void anOwnMachineNeedsRoomForOneServerOrItsRack() {
        Accelerator racked = Facts.with(PART, "rackKw", decimal("132"));

        Supply server = supply(offer(PricingKind.PURCHASE), PART, SELLER, Bench.buyer(), SITE, 64);

        assertThat(server.rackKw()).isEqualByComparingTo("8.4"); // 8 x 700 W and half as much for the host
        assertThat(server.siteRackKw()).isEqualByComparingTo("40");
        assertThat(server.powerKw()).isEqualByComparingTo("67.2");
        assertThat(server.siteLiquid()).isFalse();
        assertThat(supply(offer(PricingKind.PURCHASE), racked, SELLER, Bench.buyer(), SITE, 64).rackKw()).isEqualByComparingTo("132");
    }

    @Test
    void asksNothingOfTheSiteForWhatIsRented() {
        Supply rented = supply(offer(PricingKind.ON_DEMAND), PART, SELLER, Bench.buyer(), SITE, 64);

        assertThat(rented.rackKw()).isNull();
        assertThat(rented.powerKw()).isNull();
        assertThat(rented.siteRackKw()).isNull();
        assertThat(rented.liquidCooled()).isNull();
    }

    /** The host of a server draws power in the hall as much as in the rack. */
    @Test
    void thePowerOfAllMachinesIncludesTheirHosts() {
        Supply machines = supply(offer(PricingKind.PURCHASE), PART, SELLER, Bench.buyer(), SITE, 8);

        assertThat(machines.powerKw()).isEqualByComparingTo(machines.rackKw());
    }

    private static boolean soldOut(@Nullable String part, LocalDate day) {
        SupplierEvent event = new SupplierEvent(SupplierEvent.Kind.SOLD_OUT, part, null, "sold out", new Evidence("x", "x", Grade.E2, day));
        Supplier designer = Facts.with(Bench.supplier("maker"), "events", List.of(event));
        return Supply.of(offer(PricingKind.SPOT), PART, SELLER, designer, List.of(), 8, Bench.buyer(), null, POLICY, AS_OF).soldOut();
    }

    private static Supply of(Offer offer, Accelerator part, Supplier seller, BuyerProfile buyer) {
        return supply(offer, part, seller, buyer, null, 8);
    }

    private static Supply supply(Offer offer, Accelerator part, Supplier seller, BuyerProfile buyer, @Nullable Site site, int accelerators) {
        return Supply.of(offer, part, seller, Bench.supplier("maker"), List.of(), accelerators, buyer, site, POLICY, AS_OF);
    }

    private static Offer offer(PricingKind pricing) {
        return Samples.offer(PART, 8, pricing, "10", pricing == PricingKind.COMMITTED ? 36 : null);
    }

    private static Fact<BigDecimal> weeks(String value) {
        return new Fact<>(new BigDecimal(value), Bench.graded(Grade.E2));
    }
}
