package dev.secondsource.fit;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a workload runs on an accelerator.
 *
 * @param perAccelerator useful work per accelerator: output tokens (or images) a second; achieved TFLOP/s for training
 * @param low lower end of the plausible band, same unit
 * @param high upper end of the plausible band, same unit
 * @param basis where the number is from
 * @param explanation one sentence a person can follow: which measurement was scaled how, or which bound holds
 * @param evidence the rows it rests on
 */
public record Throughput(
        BigDecimal perAccelerator,
        BigDecimal low,
        BigDecimal high,
        Basis basis,
        String explanation,
        List<Evidence> evidence) {

    public Throughput {
        evidence = evidence.stream().sorted().distinct().toList();
    }

    /** Where a throughput is from, best first. */
    public enum Basis {
        /** The buyer's own measurement of this workload. */
        BUYER_MEASUREMENT,
        /** A measurement of the same model. */
        SAME_MODEL,
        /** A measurement of the nearest model of the same kind and scenario, scaled by the roofline. */
        NEAREST_MODEL,
        /** The roofline alone. */
        ROOFLINE
    }
}
