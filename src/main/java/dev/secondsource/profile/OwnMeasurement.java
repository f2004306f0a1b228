package dev.secondsource.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A throughput the buyer measured on the workload itself; evidence of grade E1 for this buyer.
 *
 * @param accelerator market id of the accelerator
 * @param perAccelerator output tokens (or images) per second and accelerator; for training, achieved TFLOP/s per
 *     accelerator
 * @param scaleOutEfficiency throughput per accelerator beyond one scale-up domain relative to that within it, 0-1; null
 *     if it was not measured
 * @param date day of the measurement
 * @param note how it was measured
 */
public record OwnMeasurement(String accelerator, BigDecimal perAccelerator, @Nullable BigDecimal scaleOutEfficiency, LocalDate date, String note) {
    /** The same with its rate times a factor. */
    OwnMeasurement times(BigDecimal factor) {
        return new OwnMeasurement(accelerator, perAccelerator.multiply(factor), scaleOutEfficiency, date, note);
    }
}
