package dev.secondsource.candidate;

import dev.secondsource.cost.Cost;
import dev.secondsource.cost.CostLine;
import dev.secondsource.cost.RentOrOwn;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Owning, and owning against renting the same accelerator. All null unless the machine is bought. */
public record Ownership(
        @Meaning(value = "hours of paid work over the economic life", unit = Unit.HOURS) @Nullable BigDecimal plannedHours,
        @Meaning(value = "hours at which owning breaks even with renting", unit = Unit.HOURS)
                @Nullable BigDecimal breakEvenHours,
        @Meaning(value = "planned hours relative to the break-even hours", unit = Unit.RATIO)
                @Nullable BigDecimal plannedOverBreakEven,
        @Meaning("fact that owning pays at today's rents") @Nullable Boolean pays,
        @Meaning("fact that owning still pays if rents fall") @Nullable Boolean paysIfRentFalls,
        @Meaning("fact that owning pays if rents rise") @Nullable Boolean paysIfRentRises,
        @Meaning("offer it was compared with") @Nullable String againstOffer,
        @Meaning(value = "years over which the machine is written off", unit = Unit.YEARS) @Nullable BigDecimal lifeYears,
        @Meaning(value = "years of use after which owning beats renting", unit = Unit.YEARS) @Nullable BigDecimal yearsToPay,
        @Meaning(value = "share of its price the machine is taken to fetch after three years", unit = Unit.SHARE)
                @Nullable BigDecimal residualShare,
        @Meaning("fact that owning beats renting at the buyer's cost of capital") @Nullable Boolean paysAtRate,
        @Meaning("fact that it still does at a higher cost of capital") @Nullable Boolean paysIfRateRises,
        @Meaning(value = "share of the bill that is electricity", unit = Unit.SHARE) @Nullable BigDecimal electricityShare,
        @Meaning(value = "share of the bill that is staff and spares", unit = Unit.SHARE) @Nullable BigDecimal overheadShare) {

    private static final String LIFE = "cost.economic-life-years";
    private static final String RESIDUAL = "cost.residual-share";

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(LIFE, RESIDUAL);
    }

    static Ownership of(Prospect prospect, Policy policy) {
        RentOrOwn terms = prospect.rentOrOwn();
        boolean owned = prospect.offer().pricing() == PricingKind.PURCHASE;
        BigDecimal life = owned ? policy.number(LIFE) : null;
        BigDecimal residual = owned ? policy.number(RESIDUAL) : null;
        Cost cost = owned ? prospect.cost() : null;
        BigDecimal electricity = cost == null ? null : share(cost, List.of(CostLine.ELECTRICITY));
        BigDecimal overhead = cost == null ? null : share(cost, List.of(CostLine.STAFF, CostLine.SPARES));
        if (terms == null || terms.againstOffer() == null)
            return new Ownership(terms == null ? null : terms.plannedHours(), null, null, null, null, null, null, life, null, residual,
                    null, null, electricity, overhead);
        BigDecimal planned = terms.plannedHours();
        BigDecimal breakEven = terms.breakEvenHours();
        return new Ownership(
                planned,
                breakEven,
                breakEven == null ? BigDecimal.ZERO : Decimals.divide(planned, breakEven),
                pays(planned, breakEven),
                pays(planned, terms.breakEvenHoursIfRentFalls()),
                pays(planned, terms.breakEvenHoursIfRentRises()),
                terms.againstOffer(),
                life,
                breakEven == null || planned.signum() == 0 ? null : Decimals.divide(breakEven.multiply(life), planned),
                residual,
                terms.ownPerHour().compareTo(terms.rentPerHour()) <= 0,
                terms.ownPerHourIfRateRises().compareTo(terms.rentPerHour()) <= 0,
                electricity,
                overhead);
    }

    /** A rent that does not cover the running cost leaves nothing to break even by. */
    private static boolean pays(BigDecimal planned, @Nullable BigDecimal breakEven) {
        return breakEven != null && planned.compareTo(breakEven) >= 0;
    }

    private static BigDecimal share(Cost cost, List<String> names) {
        return cost.lines().stream().filter(line -> names.contains(line.name())).map(CostLine::perMonth)
                .reduce(Money.zero(cost.perMonth().currency()), Money::plus).ratioTo(cost.perMonth());
    }
}
