package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.MaturityEvidence;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of maturity.csv. */
final class MarketMaturity {
    static final String FILE = "maturity.csv";
    static final List<String> COLUMNS =
            List.of("accelerator", "kind", "work", "value", "who", "source", "grade", "date", "date_basis");
    private static final Set<MaturityEvidence.Kind> SHARES =
            EnumSet.of(MaturityEvidence.Kind.BENCHMARK_COVERAGE, MaturityEvidence.Kind.FIRST_PARTY_SHARE);

    private MarketMaturity() {}

    /** What makes two rows the same proof. */
    static List<Object> key(MaturityEvidence proof) {
        return Arrays.asList(
                proof.accelerator(), proof.kind(), proof.work(), proof.who(), proof.evidence().source(), proof.evidence().date());
    }

    static @Nullable MaturityEvidence read(MarketFields row, MarketIds ids) {
        String accelerator = row.known("accelerator", ids.accelerators(), "accelerator");
        MaturityEvidence.Kind kind = row.requiredWord("kind", MaturityEvidence.Kind.class);
        MaturityEvidence.Work work = row.word("work", MaturityEvidence.Work.class);
        BigDecimal value = row.positive("value");
        if (SHARES.contains(kind) && value == null && row.optional("value") == null)
            row.wrong("value", "is missing", "give the share, 0 to 1");
        if (SHARES.contains(kind) && value != null && value.compareTo(BigDecimal.ONE) > 0)
            row.wrong("value", value.toPlainString() + " is not a share", "give it as 0 to 1");
        String who = row.note("who");
        if (kind == MaturityEvidence.Kind.EXTERNAL_CUSTOMER && who.isEmpty())
            row.wrong("who", "an external customer without a name", "name the customer: an unnamed one proves nothing");
        Evidence evidence = row.evidence(MarketFields.word(kind) + " of " + accelerator, "date", "date_basis");
        if (!row.isSound()) return null;
        return new MaturityEvidence(accelerator, kind, work, value, who, evidence);
    }
}
