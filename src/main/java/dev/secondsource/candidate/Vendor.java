package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A supplier as rules see it on the day of the decision, in its role for this candidate. */
public record Vendor(
        @Meaning("supplier") String id,
        @Meaning("name of the supplier") String name,
        @Meaning(value = "Altman Z″ score", unit = Unit.RATIO) @Nullable BigDecimal zScore,
        @Meaning(value = "months of cash left", unit = Unit.MONTHS) @Nullable BigDecimal runwayMonths,
        @Meaning(value = "gross margin", unit = Unit.SHARE) @Nullable BigDecimal grossMargin,
        @Meaning(value = "share of the accelerator market", unit = Unit.SHARE) @Nullable BigDecimal marketShare,
        @Meaning(value = "revenue share of its largest customer", unit = Unit.SHARE) @Nullable BigDecimal topCustomerShare,
        @Meaning(value = "net debt over EBITDA", unit = Unit.RATIO) @Nullable BigDecimal netDebtToEbitda,
        @Meaning(value = "yearly rate on its short-term debt", unit = Unit.SHARE) @Nullable BigDecimal shortTermRate,
        @Meaning(value = "months since its accelerator line was cancelled, acquired or licensed away", unit = Unit.MONTHS)
                @Nullable Integer monthsSinceUpheaval,
        @Meaning("fact that its accelerator line was cancelled, acquired or licensed away") boolean unsettled,
        @Meaning("what happened to the line") @Nullable String upheaval,
        @Meaning(value = "mean slip of its latest generations", unit = Unit.QUARTERS) @Nullable BigDecimal meanSlipQuarters,
        @Meaning("adverse export or tariff changes for the part in two years") int adverseRuleChanges,
        @Meaning("lines of business in which it is the buyer's rival") List<String> rivalIn,
        @Meaning("financial ties between it and its customers or suppliers") List<String> financialTies) {}
