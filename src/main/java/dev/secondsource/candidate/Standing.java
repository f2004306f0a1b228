package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the candidate stands among the other eligible candidates of its workload. */
public record Standing(
        @Meaning("better offers under the same kind of contract") List<String> dominatedBy,
        @Meaning(value = "lowest rho of any eligible challenger with fresh, measured evidence", unit = Unit.RATIO)
                @Nullable BigDecimal bestChallengerRho,
        @Meaning("eligible designers whose unit cost clearly beats the incumbent's") @Nullable Integer cheaperDesigners,
        @Meaning("designers with an eligible offer for this workload") @Nullable Integer eligibleDesigners,
        @Meaning(value = "carbon of a unit of work relative to the least of any eligible offer", unit = Unit.RATIO)
                @Nullable BigDecimal carbonOverLeast) {

    /** Before anything is known of the others. */
    public static final Standing UNKNOWN = new Standing(List.of(), null, null, null, null);
}
