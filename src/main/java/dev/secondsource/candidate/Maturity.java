package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the accelerator has proved itself by the day of the decision (RULES §1.8). */
public record Maturity(
        @Meaning("maturity level (0 announced to 5 proven across channels)") @Nullable Integer level,
        @Meaning("chips in first-party production") @Nullable BigDecimal firstPartyChips,
        @Meaning("named external customers in production") int externalCustomers,
        @Meaning("those customers") List<String> customers,
        @Meaning("fact that it is sold to outsiders") boolean soldExternally,
        @Meaning(value = "months since general availability", unit = Unit.MONTHS) @Nullable Integer monthsAvailable,
        @Meaning(value = "share of an independent benchmark suite it was submitted to", unit = Unit.SHARE)
                @Nullable BigDecimal benchmarkCoverage,
        @Meaning("fact that production proof on file is for the other kind of work only") boolean proofIsForOtherWork,
        @Meaning("fact that every required framework runs natively") @Nullable Boolean frameworksNative,
        @Meaning(value = "largest share of a workload that this level of maturity carries", unit = Unit.SHARE)
                @Nullable BigDecimal shareCap) {}
