package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The challenger against the incumbent: the 40/20 family (RULES §1.3). All null for the incumbent itself and where
 * either unit cost is not known.
 */
public record Comparison(
        @Meaning("incumbent") @Nullable String incumbent,
        @Meaning(value = "price advantage per accelerator-hour (d)", unit = Unit.SHARE) @Nullable BigDecimal costAdvantage,
        @Meaning(value = "performance lead of the incumbent (l)", unit = Unit.SHARE) @Nullable BigDecimal performanceLead,
        @Meaning("fact that the incumbent is faster, or that it is not known which is") boolean mayBeSlower,
        @Meaning(value = "unit cost relative to the incumbent's (rho)", unit = Unit.RATIO) @Nullable BigDecimal rho,
        @Meaning(value = "price cut that would make it a win, relative to its own price", unit = Unit.SHARE)
                @Nullable BigDecimal priceCutToWin,
        @Meaning(value = "price advantage that would break even (d*)", unit = Unit.SHARE)
                @Nullable BigDecimal breakEvenCostAdvantage,
        @Meaning(value = "performance lead that would break even (l*)", unit = Unit.SHARE)
                @Nullable BigDecimal breakEvenPerformanceLead,
        @Meaning(value = "share of the incumbent's unit cost that the discount applies to (phi)", unit = Unit.SHARE)
                @Nullable BigDecimal discountedShare,
        @Meaning(value = "rho when the discount applies to that share only", unit = Unit.RATIO)
                @Nullable BigDecimal rhoOfDiscountedShare,
        @Meaning("fact that the work scales out over the network, or may") boolean scalesOut,
        @Meaning("fact that the work does not scale out, or that its efficiency there is known") boolean scaleOutProven,
        @Meaning(value = "scale-out efficiency relative to the incumbent (eta)", unit = Unit.RATIO)
                @Nullable BigDecimal scaleOutEfficiency,
        @Meaning(value = "scale-out efficiency that would break even (eta*)", unit = Unit.RATIO)
                @Nullable BigDecimal breakEvenScaleOut,
        @Meaning(value = "rho after losses in scaling out", unit = Unit.RATIO) @Nullable BigDecimal rhoAfterScaleOut,
        @Meaning(value = "performance elasticity that would break even (alpha*)", unit = Unit.RATIO)
                @Nullable BigDecimal breakEvenElasticity,
        @Meaning("fact that the buyer prices delay") boolean delayPriced,
        @Meaning(value = "saving over the horizon after porting and delay", unit = Unit.MONEY) @Nullable BigDecimal netSaving,
        @Meaning(value = "rho after the haircut on weak evidence", unit = Unit.RATIO) @Nullable BigDecimal rhoAfterHaircut,
        @Meaning("fact that the advantage rests on a vendor's or weaker word") boolean weaklyProven,
        @Meaning("fact that a vendor claims a price-performance advantage over the incumbent's accelerator") boolean claimed,
        @Meaning(value = "claimed price-performance gain, low end", unit = Unit.SHARE) @Nullable BigDecimal claimedGain,
        @Meaning(value = "rho by the vendor's claim alone", unit = Unit.RATIO) @Nullable BigDecimal rhoByClaim,
        @Meaning(value = "rho by the vendor's claim after the haircut", unit = Unit.RATIO)
                @Nullable BigDecimal rhoByClaimAfterHaircut,
        @Meaning("fact that only a claim, no price and speed, compares the two") boolean claimOnly,
        @Meaning("fact that there is a saving to pay the porting cost back from") @Nullable Boolean portingPaysBack,
        @Meaning(value = "pay-back of the porting cost", unit = Unit.YEARS) @Nullable BigDecimal paybackYears,
        @Meaning(value = "highest porting cost that would pay", unit = Unit.MONEY) @Nullable BigDecimal affordablePorting,
        @Meaning("fact that both have the same designer") boolean sameDesigner) {}
