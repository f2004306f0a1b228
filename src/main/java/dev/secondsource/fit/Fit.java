package dev.secondsource.fit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload on one accelerator, as far as physics and measurements go.
 *
 * @param memory does it fit
 * @param latency how long a request waits
 * @param throughput useful work, null if neither a measurement nor the roofline can say
 * @param bandwidthBound decode at the workload's batch is bound by memory bandwidth, not compute (F-BCRIT); null if
 *     peaks are not known or nothing is decoded
 * @param criticalBatch batch at which decode becomes compute-bound (F-BCRIT), null likewise
 * @param cacheShare share of decode bytes that are key-value cache, 0–1 (FIT-03 κ), null likewise
 * @param trainingDays days one training run takes on {@code accelerators}, null unless training and known
 * @param accelerators accelerators needed to meet the p50 volume at the workload's utilisation and limits, whole
 *     units of the offer; null if throughput is not known or it does not fit
 * @param missing inputs that were not known, in words a person can act on: {@code memory of Maia-100}
 */
public record Fit(
        MemoryFit memory,
        Latency latency,
        @Nullable Throughput throughput,
        @Nullable Boolean bandwidthBound,
        @Nullable BigDecimal criticalBatch,
        @Nullable BigDecimal cacheShare,
        @Nullable BigDecimal trainingDays,
        @Nullable Integer accelerators,
        List<String> missing) {
    public Fit {
        missing = List.copyOf(missing);
    }
}
