package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of claims.csv. */
final class MarketClaims {
    static final String FILE = "claims.csv";
    static final List<String> COLUMNS = List.of(
            "id", "claimant", "accelerator", "baseline", "basis", "low", "high", "what", "source", "grade", "date", "date_basis");

    private MarketClaims() {}

    static @Nullable Claim read(MarketFields row, MarketIds ids) {
        String id = row.text("id");
        String claimant = row.text("claimant");
        String accelerator = row.known("accelerator", ids.accelerators(), "accelerator");
        String baseline = row.optionallyKnown("baseline", ids.accelerators(), "accelerator");
        if (accelerator.equals(baseline) && !accelerator.isEmpty())
            row.wrong("baseline", accelerator + " is compared with itself", "name the other accelerator, or leave it empty if it is not named");
        Claim.Basis basis = row.requiredWord("basis", Claim.Basis.class);
        BigDecimal low = ratio(row, "low");
        BigDecimal high = ratio(row, "high");
        if (low.compareTo(high) > 0) row.wrong("high", "is below low", "swap them, or repeat the one figure there is");
        String what = row.text("what");
        Evidence evidence = row.evidence("claim " + id, "date", "date_basis");
        if (!row.isSound()) return null;
        return new Claim(id, claimant, accelerator, baseline, basis, low, high, what, evidence);
    }

    private static BigDecimal ratio(MarketFields row, String field) {
        BigDecimal ratio = row.positive(field);
        if (ratio == null && row.optional(field) == null) row.wrong(field, "is missing", "give a ratio: 35 % cheaper is 1 / 0.65 = 1.54");
        return ratio == null ? BigDecimal.ONE : ratio;
    }
}
