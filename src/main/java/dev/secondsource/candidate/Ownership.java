package dev.secondsource.candidate;

import dev.secondsource.cost.RentOrOwn;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Owning against renting the same accelerator. All null unless the machine is bought. */
public record Ownership(
        @Meaning(value = "hours of paid work over the economic life", unit = Unit.HOURS) @Nullable BigDecimal plannedHours,
        @Meaning(value = "hours at which owning breaks even with renting", unit = Unit.HOURS)
                @Nullable BigDecimal breakEvenHours,
        @Meaning(value = "break-even hours if rents fall", unit = Unit.HOURS) @Nullable BigDecimal breakEvenHoursIfRentFalls,
        @Meaning(value = "break-even hours if rents rise", unit = Unit.HOURS) @Nullable BigDecimal breakEvenHoursIfRentRises,
        @Meaning("fact that owning only pays while rents do not fall") @Nullable Boolean hangsOnRent,
        @Meaning("offer it was compared with") @Nullable String againstOffer) {

    static Ownership of(@Nullable RentOrOwn terms) {
        if (terms == null) return new Ownership(null, null, null, null, null, null);
        Boolean hangs = terms.breakEvenHours() == null ? null
                : terms.plannedHours().compareTo(terms.breakEvenHours()) >= 0
                        && (terms.breakEvenHoursIfRentFalls() == null || terms.plannedHours().compareTo(terms.breakEvenHoursIfRentFalls()) < 0);
        return new Ownership(terms.plannedHours(), terms.breakEvenHours(), terms.breakEvenHoursIfRentFalls(),
                terms.breakEvenHoursIfRentRises(), hangs, terms.againstOffer());
    }
}
