package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an accelerator against another. A claim is tested, not believed: it never enters a cost.
 *
 * @param id row id in the market files
 * @param claimant who says it
 * @param accelerator market id of the accelerator it praises
 * @param baseline market id of the accelerator it is compared with; null if that is not named
 * @param basis what is compared
 * @param low claimed ratio of what a unit of money buys of the praised over what it buys of the baseline, low end: above
 *     1 if the praised is ahead, 1.54 for "35 % cheaper"; 1 for a claim of "up to"
 * @param high high end, at least {@code low}
 * @param what the claim in a few words
 * @param evidence source, grade and date
 */
public record Claim(
        String id,
        String claimant,
        String accelerator,
        @Nullable String baseline,
        Basis basis,
        BigDecimal low,
        BigDecimal high,
        String what,
        Evidence evidence) {

    /** What a claim compares; the performance gap must not be applied to a price-performance claim again (CPF-07). */
    public enum Basis {
        PRICE_PER_HOUR,
        PRICE_PERFORMANCE,
        COST_PER_UNIT
    }
}
