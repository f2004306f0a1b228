package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Fact;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import dev.secondsource.policy.Policy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether, how and when capacity would stand, and whether the buyer's own site can take it. */
public record Supply(
        @Meaning("fact that outsiders can get the accelerator at all") boolean onSale,
        @Meaning("way of delivery") DeliveryMode mode,
        @Meaning("fact that the buyer allows this way of delivery") boolean modeAllowed,
        @Meaning("fact that the buyer needs the capacity by a day") boolean boundByDate,
        @Meaning(value = "median lead time", unit = Unit.WEEKS) @Nullable BigDecimal leadWeeks,
        @Meaning(value = "days to spare at the median lead time", unit = Unit.DAYS) @Nullable Integer slackDays,
        @Meaning(value = "days to spare at the slow lead time (nine in ten)", unit = Unit.DAYS)
                @Nullable Integer slackDaysIfSlow,
        @Meaning("fact that a deployment of the provider's is on file") boolean scaleShown,
        @Meaning("accelerators in the largest deployment on file") @Nullable Integer largestDeployment,
        @Meaning("fact that the accelerator is sold out") boolean soldOut,
        @Meaning(value = "share of its output the designer uses itself", unit = Unit.SHARE)
                @Nullable BigDecimal firstPartyShare,
        @Meaning(value = "power of the smallest machine or rack that must stand in one place", unit = Unit.KILOWATT) @Nullable BigDecimal rackKw,
        @Meaning(value = "power one rack may draw at the site", unit = Unit.KILOWATT) @Nullable BigDecimal siteRackKw,
        @Meaning("need for liquid cooling") @Nullable Boolean liquidCooled,
        @Meaning("liquid cooling at the site") @Nullable Boolean siteLiquid,
        @Meaning(value = "power the machines would draw", unit = Unit.KILOWATT) @Nullable BigDecimal powerKw,
        @Meaning(value = "power free at the site", unit = Unit.KILOWATT) @Nullable BigDecimal sitePowerKw) {

    private static final String HOST_POWER = "cost.host-power-share";
    private static final String SERVER = "fit.chips-in-a-server";
    private static final int DAYS_A_WEEK = 7;

    /**
     * @param seller who delivers: the provider, or the designer of a machine that is bought
     * @param designer whose events say whether the part is sold out
     * @param proofs maturity evidence of the accelerator
     * @param accelerators needed, null if not known
     */
    static Supply of(Offer offer, Accelerator accelerator, Supplier seller, Supplier designer, List<MaturityEvidence> proofs,
            @Nullable Integer accelerators, BuyerProfile buyer, @Nullable Site site, Policy policy, LocalDate asOf) {
        boolean owned = offer.pricing() == PricingKind.PURCHASE;
        BigDecimal hostPowerShare = policy.number(HOST_POWER);
        BigDecimal chipsInAServer = policy.number(SERVER);
        DeliveryMode mode = mode(offer, accelerator);
        BigDecimal lead = lead(offer, seller, designer, Supplier.Figure.LEAD_WEEKS_P50);
        BigDecimal slow = lead(offer, seller, designer, Supplier.Figure.LEAD_WEEKS_P90);
        Fact<BigDecimal> largest = seller.figures().get(Supplier.Figure.LARGEST_DEPLOYMENT);
        Integer spare = buyer.needBy() == null ? null : (int) ChronoUnit.DAYS.between(asOf, buyer.needBy());
        BigDecimal power = !owned || accelerators == null || accelerator.powerWatts() == null ? null
                : accelerator.powerWatts().multiply(BigDecimal.valueOf(accelerators)).multiply(BigDecimal.ONE.add(policy.number(HOST_POWER))).movePointLeft(3);
        return new Supply(
                offer.pricing() != PricingKind.UNPRICED || accelerator.rentable() || accelerator.purchasable(),
                mode,
                buyer.deliveryModes().contains(mode),
                buyer.needBy() != null,
                lead,
                slack(spare, lead),
                slack(spare, slow),
                largest != null,
                largest == null ? null : largest.value().intValue(),
                designer.events().stream().anyMatch(e -> isSoldOut(e, accelerator, asOf)),
                proofs.stream().filter(p -> p.kind() == MaturityEvidence.Kind.FIRST_PARTY_SHARE).map(MaturityEvidence::value).findFirst().orElse(null),
                owned ? placeKw(accelerator, hostPowerShare, chipsInAServer) : null,
                owned && site != null ? site.rackKw() : null,
                owned ? accelerator.liquidCooled() : null,
                owned && site != null ? site.liquidCooling() : null,
                power,
                owned && site != null ? site.powerKw() : null);
    }

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(HOST_POWER, SERVER);
    }

    /** What ships in racks needs its rack; of anything else one server must find room. */
    private static @Nullable BigDecimal placeKw(Accelerator accelerator, BigDecimal hostPowerShare, BigDecimal chipsInAServer) {
        if (accelerator.rackKw() != null) return accelerator.rackKw();
        return accelerator.powerWatts() == null ? null
                : accelerator.powerWatts().multiply(chipsInAServer).multiply(BigDecimal.ONE.add(hostPowerShare)).movePointLeft(3);
    }

    private static DeliveryMode mode(Offer offer, Accelerator accelerator) {
        return switch (offer.pricing()) {
            case PURCHASE -> DeliveryMode.OWN;
            case COMMITTED, CAPACITY_BLOCK -> DeliveryMode.RESERVE;
            case ON_DEMAND, SPOT -> DeliveryMode.RENT;
            case UNPRICED -> !accelerator.rentable() && accelerator.purchasable() ? DeliveryMode.OWN : DeliveryMode.RENT;
        };
    }

    /** What is rented by the hour is there now, or it could not be rented; what is ordered needs a quote. */
    private static @Nullable BigDecimal lead(Offer offer, Supplier seller, Supplier designer, Supplier.Figure figure) {
        if (offer.pricing() == PricingKind.ON_DEMAND || offer.pricing() == PricingKind.SPOT || offer.pricing() == PricingKind.CAPACITY_BLOCK)
            return BigDecimal.ZERO;
        Fact<BigDecimal> weeks = seller.figure(figure, offer.accelerator());
        return weeks == null ? null : weeks.value();
    }

    private static @Nullable Integer slack(@Nullable Integer spareDays, @Nullable BigDecimal leadWeeks) {
        return spareDays == null || leadWeeks == null ? null : spareDays - leadWeeks.multiply(BigDecimal.valueOf(DAYS_A_WEEK)).intValue();
    }

    private static boolean isSoldOut(SupplierEvent event, Accelerator accelerator, LocalDate asOf) {
        return event.kind() == SupplierEvent.Kind.SOLD_OUT
                && (event.accelerator() == null || event.accelerator().equals(accelerator.id()))
                && event.evidence().date() != null
                && event.evidence().date().isAfter(asOf.minusYears(1));
    }
}
