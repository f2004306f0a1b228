package dev.secondsource.profile;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A throughput the buyer measured on the workload itself; evidence of grade E1 for this buyer.
 *
 * @param accelerator market id of the accelerator
 * @param perAccelerator output tokens (or images) per second and accelerator; for training, achieved TFLOP/s per
 *     accelerator
 * @param date day of the measurement
 * @param note how it was measured
 */
public record OwnMeasurement(String accelerator, BigDecimal perAccelerator, LocalDate date, String note) {}
