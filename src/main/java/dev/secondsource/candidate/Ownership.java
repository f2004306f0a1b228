package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
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
        @Meaning("offer it was compared with") @Nullable String againstOffer) {}
