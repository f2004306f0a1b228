package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A commitment against paying on demand for the same unit in the same place. All null unless committed. */
public record Commitment(
        @Meaning(value = "discount against on-demand", unit = Unit.SHARE) @Nullable BigDecimal discount,
        @Meaning(value = "utilisation at which it breaks even", unit = Unit.SHARE) @Nullable BigDecimal breakEvenUtilisation,
        @Meaning(value = "probability that demand falls below it", unit = Unit.SHARE) @Nullable BigDecimal underuseProbability,
        @Meaning(value = "volume worth committing relative to the expected demand", unit = Unit.SHARE)
                @Nullable BigDecimal worthCommitting,
        @Meaning(value = "volume committed beyond that, relative to the expected demand", unit = Unit.SHARE)
                @Nullable BigDecimal excess,
        @Meaning("fact that it still pays if on-demand prices fall moderately") @Nullable Boolean paysAtModerateDecline,
        @Meaning("fact that it still pays if on-demand prices fall fast") @Nullable Boolean paysAtFastDecline) {}
