package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.EnergyEfficiencyAct;
import dev.secondsource.profile.Site;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Energy, carbon and water of the work, and what the place it runs in may use. */
public record Sustainability(
        @Meaning("power usage effectiveness (PUE)") @Nullable BigDecimal pue,
        @Meaning("fact that law sets a ceiling on the site's PUE today") boolean ceilingInForce,
        @Meaning("highest PUE that law allows today") @Nullable BigDecimal ceiling,
        @Meaning("fact that law will set a ceiling on the site's PUE within the horizon") boolean ceilingAhead,
        @Meaning("highest PUE that law will allow within the horizon") @Nullable BigDecimal ceilingByHorizon,
        @Meaning("fact that law asks the site for renewable electricity within the horizon") boolean renewablesAsked,
        @Meaning(value = "share of renewable electricity at the site", unit = Unit.SHARE) @Nullable BigDecimal renewableShare,
        @Meaning(value = "share of renewable electricity that law asks for within the horizon", unit = Unit.SHARE)
                @Nullable BigDecimal renewableShareAsked,
        @Meaning(value = "energy a unit of work takes (kWh)", unit = Unit.RATIO) @Nullable BigDecimal kwhPerUnit,
        @Meaning(value = "carbon of a unit of work by the grid of its place (kg CO2e)", unit = Unit.RATIO)
                @Nullable BigDecimal kilogramsPerUnit,
        @Meaning("water use (litres per kWh)") @Nullable BigDecimal litresPerKwh,
        @Meaning("fact that the budget would buy more machines than the site can power") boolean powerLimited,
        @Meaning(value = "power of the machines that the budget would buy", unit = Unit.KILOWATT) @Nullable BigDecimal affordableKw,
        @Meaning("fact that the buyer puts energy and carbon among the first three criteria") boolean weighed) {

    private static final String HOST_POWER = "cost.host-power-share";
    private static final int FIRST = 3;

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(HOST_POWER);
    }

    /** @param site where an owned machine would stand, null if none or not owned */
    static Sustainability of(Prospect prospect, Supplier provider, Supply supply, BuyerProfile buyer, @Nullable Site site, Policy policy, LocalDate asOf) {
        Offer offer = prospect.offer();
        boolean owned = offer.pricing() == PricingKind.PURCHASE;
        Fact<BigDecimal> reported = provider.figures().get(Supplier.Figure.PUE);
        Fact<BigDecimal> water = provider.figures().get(Supplier.Figure.WUE);
        BigDecimal pue = owned ? site == null ? null : site.pue() : reported == null ? null : reported.value();
        BigDecimal kwh = prospect.energyPerUnit() == null || pue == null ? null
                : Decimals.plain(prospect.energyPerUnit().multiply(BigDecimal.ONE.add(policy.number(HOST_POWER))).multiply(pue));
        BigDecimal grid = owned ? site == null ? null : site.gridGramsPerKwh() : grid(offer);
        LocalDate end = asOf.plusMonths(buyer.horizonMonths());
        BigDecimal ceiling = site == null ? null : EnergyEfficiencyAct.highestPue(site, asOf);
        BigDecimal later = site == null ? null : EnergyEfficiencyAct.highestPue(site, end);
        BigDecimal renewables = site == null ? null : EnergyEfficiencyAct.leastRenewableShare(site, end);
        BigDecimal affordable = affordable(prospect, supply, buyer);
        return new Sustainability(
                pue,
                ceiling != null,
                ceiling,
                later != null,
                later,
                renewables != null,
                site == null ? null : site.renewableShare(),
                renewables,
                kwh,
                kwh == null || grid == null ? null : Decimals.plain(kwh.multiply(grid).movePointLeft(3)),
                owned || water == null ? null : water.value(),
                affordable != null && supply.sitePowerKw() != null && affordable.compareTo(supply.sitePowerKw()) > 0,
                affordable,
                buyer.priorities().subList(0, Math.min(FIRST, buyer.priorities().size())).contains(Criterion.SUSTAINABILITY));
    }

    private static @Nullable BigDecimal grid(Offer offer) {
        Fact<BigDecimal> grid = offer.region() == null ? null : offer.region().gridGramsPerKwh();
        return grid == null ? null : grid.value();
    }

    /** Power of as many of these machines as the whole budget would buy. */
    private static @Nullable BigDecimal affordable(Prospect prospect, Supply supply, BuyerProfile buyer) {
        if (supply.powerKw() == null || prospect.cost() == null || buyer.budgetPerMonth() == null || !prospect.cost().perMonth().isPositive()) return null;
        return Decimals.plain(supply.powerKw().multiply(buyer.budgetPerMonth().ratioTo(prospect.cost().perMonth())));
    }
}
