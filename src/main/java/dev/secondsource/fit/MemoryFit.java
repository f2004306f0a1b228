package dev.secondsource.fit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a workload's bytes fit (F-MEM; training: 16 bytes a parameter, ZeRO).
 *
 * @param weightsGiB weights, or weights with gradients and optimizer state for training
 * @param cacheGiB key-value cache at the workload's batch and context; 0 for training and images; null if not known
 * @param neededGiB both with the planning overhead; null if not known
 * @param memoryGiB memory of one accelerator, null if not known
 * @param smallestCount fewest accelerators of one tightly coupled group that hold it, rounded up to an allowed
 *     topology; null if memory is not known or nothing is large enough
 * @param largestCount most accelerators of this offer that can hold one copy together: of one scale-up domain for
 *     serving, of one cluster for training, of one unit where units do not couple; null if not known
 * @param headroom 1 − needed ÷ (smallestCount × memory), 0–1; null if it does not fit
 * @param fits smallestCount ≤ largestCount; null if either input is not known
 */
public record MemoryFit(
        BigDecimal weightsGiB,
        @Nullable BigDecimal cacheGiB,
        @Nullable BigDecimal neededGiB,
        @Nullable BigDecimal memoryGiB,
        @Nullable Integer smallestCount,
        @Nullable Integer largestCount,
        @Nullable BigDecimal headroom,
        @Nullable Boolean fits) {}
