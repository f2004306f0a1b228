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
 * @param bound output tokens a second that an accelerator would give at peak rates of memory and arithmetic; no real
 *     machine does; null unless tokens are served and peaks are known
 * @param bandwidthBound decode at the workload's batch is bound by memory bandwidth, not compute (F-BCRIT); null if
 *     peaks are not known or nothing is decoded
 * @param criticalBatch batch at which decode becomes compute-bound (F-BCRIT), null likewise
 * @param cacheShare share of decode bytes that are key-value cache, 0–1 (FIT-03 κ), null likewise
 * @param trainingDays days one training run takes on {@code accelerators}, or on the largest cluster if that is smaller;
 *     null unless training and known
 * @param group accelerators one replica spans to meet the limits at least cost; for training and images the smallest
 *     count that holds it; null if it does not fit or that is not known
 * @param batch sequences one replica decodes together in the cost case: the workload's batch, or fewer where the limit
 *     on time per output token asks for it; 1 if even one sequence misses the limit; null unless tokens are served
 * @param accelerators accelerators needed to meet the p50 volume at the workload's utilisation and limits, whole
 *     units of the offer; null if throughput is not known or it does not fit
 * @param acceleratorHours accelerator-hours a month, idle ones of whole units included, that the p50 volume takes if
 *     only hours of work at the workload's utilisation are paid; null where {@code accelerators} is
 * @param missing inputs that were not known, in words a person can act on: {@code memory of Maia-100}
 */
public record Fit(
        MemoryFit memory,
        Latency latency,
        @Nullable Throughput throughput,
        @Nullable BigDecimal bound,
        @Nullable Boolean bandwidthBound,
        @Nullable BigDecimal criticalBatch,
        @Nullable BigDecimal cacheShare,
        @Nullable BigDecimal trainingDays,
        @Nullable Integer group,
        @Nullable Integer batch,
        @Nullable Integer accelerators,
        @Nullable BigDecimal acceleratorHours,
        List<String> missing) {
    public Fit {
        missing = List.copyOf(missing);
    }

    /** Of work that no request waits for: it has a rate, and no batch, bound or latency. */
    static Fit ofBatchWork(MemoryFit memory, @Nullable Throughput throughput, @Nullable BigDecimal trainingDays, @Nullable Sizing sizing, List<String> missing) {
        return new Fit(memory, new Latency(null, null, null, null), throughput, null, null, null, null, trainingDays, memory.smallestCount(), null,
                sizing == null ? null : sizing.accelerators(), sizing == null ? null : sizing.acceleratorHours(), missing);
    }
}
