package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A dated fact about how far an accelerator has proved itself.
 *
 * @param accelerator market id
 * @param kind what kind of proof
 * @param work the kind of work it proves; null if the source does not say
 * @param value chips for {@link Kind#FIRST_PARTY_CHIPS}, share 0–1 for coverage and output share; null for named facts
 * @param who the customer, channel or product named; empty if none
 * @param evidence source, grade, date
 */
public record MaturityEvidence(
        String accelerator, Kind kind, @Nullable Work work, @Nullable BigDecimal value, String who, Evidence evidence) {

    /** The kinds of proof of the maturity ladder. */
    public enum Kind {
        ANNOUNCED,
        FIRST_PARTY_PILOT,
        /** Chips in first-party production. */
        FIRST_PARTY_CHIPS,
        /** A named external customer in production. */
        EXTERNAL_CUSTOMER,
        /** Generally available to external customers since the evidence's date. */
        GENERAL_AVAILABILITY,
        /** A way of buying it: a provider, or merchant sale. */
        CHANNEL,
        /** Share of an independent benchmark suite it was submitted to. */
        BENCHMARK_COVERAGE,
        /** Share of its output the designer uses itself. */
        FIRST_PARTY_SHARE
    }

    /** What was proved. */
    public enum Work {
        TRAINING,
        INFERENCE
    }
}
