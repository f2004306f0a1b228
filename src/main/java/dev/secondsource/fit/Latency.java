package dev.secondsource.fit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Latencies of a served token model on the group of accelerators that {@link Fit#group()} says (F-TTFT, F-STEP), with
 * sequences of the typical length. All null for training, images, or unknown peak rates.
 *
 * @param timeToFirstTokenMs prefill of the typical prompt at the default utilisation of compute
 * @param bestTimeToFirstTokenMs the same at the most optimistic utilisation (policy {@code fit.best-prefill-mfu})
 * @param timePerOutputTokenMs decode step at the workload's batch
 * @param bestTimePerOutputTokenMs decode step at batch 1
 */
public record Latency(
        @Nullable BigDecimal timeToFirstTokenMs,
        @Nullable BigDecimal bestTimeToFirstTokenMs,
        @Nullable BigDecimal timePerOutputTokenMs,
        @Nullable BigDecimal bestTimePerOutputTokenMs) {}
