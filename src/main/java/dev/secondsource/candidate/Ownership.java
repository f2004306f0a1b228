package dev.secondsource.candidate;

import dev.secondsource.cost.RentOrOwn;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Owning against renting the same accelerator. All null unless the machine is bought. */
public record Ownership(
        @Meaning(value = "hours of paid work over the economic life", unit = Unit.HOURS) @Nullable BigDecimal plannedHours,
        @Meaning(value = "hours at which owning breaks even with renting", unit = Unit.HOURS)
                @Nullable BigDecimal breakEvenHours,
        @Meaning(value = "planned hours relative to the break-even hours", unit = Unit.RATIO)
                @Nullable BigDecimal plannedOverBreakEven,
        @Meaning("fact that owning pays at today's rents") @Nullable Boolean pays,
        @Meaning("fact that owning still pays if rents fall") @Nullable Boolean paysIfRentFalls,
        @Meaning("fact that owning pays if rents rise") @Nullable Boolean paysIfRentRises,
        @Meaning("offer it was compared with") @Nullable String againstOffer) {

    static Ownership of(@Nullable RentOrOwn terms) {
        if (terms == null || terms.againstOffer() == null)
            return new Ownership(terms == null ? null : terms.plannedHours(), null, null, null, null, null, null);
        BigDecimal planned = terms.plannedHours();
        return new Ownership(
                planned,
                terms.breakEvenHours(),
                terms.breakEvenHours() == null ? BigDecimal.ZERO : Decimals.divide(planned, terms.breakEvenHours()),
                pays(planned, terms.breakEvenHours()),
                pays(planned, terms.breakEvenHoursIfRentFalls()),
                pays(planned, terms.breakEvenHoursIfRentRises()),
                terms.againstOffer());
    }

    /** A rent that does not cover the running cost leaves nothing to break even by. */
    private static boolean pays(BigDecimal planned, @Nullable BigDecimal breakEven) {
        return breakEven != null && planned.compareTo(breakEven) >= 0;
    }
}
