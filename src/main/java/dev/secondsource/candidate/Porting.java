package dev.secondsource.candidate;

import dev.secondsource.cost.PortingEstimate;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Moving the workload to this software stack. */
public record Porting(
        @Meaning("fact that the buyer must move to another stack") boolean needed,
        @Meaning(value = "time to port", unit = Unit.MONTHS) @Nullable BigDecimal months,
        @Meaning(value = "cost to port", unit = Unit.MONEY) @Nullable BigDecimal cost,
        @Meaning(value = "time to leave the stack again", unit = Unit.MONTHS) @Nullable BigDecimal monthsToLeave) {

    /** @param monthsToLeave see {@link PortingEstimate#monthsToLeave} */
    static Porting of(PortingEstimate estimate, @Nullable BigDecimal monthsToLeave) {
        return new Porting(estimate.needed(), estimate.months(), estimate.cost() == null ? null : estimate.cost().amount(), monthsToLeave);
    }
}
