package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A throughput somebody measured.
 *
 * @param id row id in the market files
 * @param accelerator market id of the accelerator
 * @param benchmark name and round of the benchmark
 * @param model the model measured
 * @param totalParametersBillions its size; null if the model is not one of parameters that matter here
 * @param activeParametersBillions parameters active per token; equals the total for dense models
 * @param kind the kind of workload the benchmark stands for
 * @param scenario the benchmark's own scenario: offline, server, time-to-train, …; compared only with its like
 * @param unit what is counted
 * @param perAccelerator rate per accelerator in that unit
 * @param accelerators how many ran together
 * @param precision numeric format if the source states exactly one
 * @param promptTokens mean input tokens of the benchmark's requests; null if not known or no tokens are served
 * @param outputTokens mean output tokens of the benchmark's requests; null likewise
 * @param batch sequences one replica served at once; null if the source does not say
 * @param evidence source, grade and date
 * @param note caveats, possibly empty
 */
public record Measurement(
        String id,
        String accelerator,
        String benchmark,
        String model,
        @Nullable BigDecimal totalParametersBillions,
        @Nullable BigDecimal activeParametersBillions,
        WorkloadKind kind,
        String scenario,
        Unit unit,
        BigDecimal perAccelerator,
        int accelerators,
        @Nullable NumericFormat precision,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens,
        @Nullable Integer batch,
        Evidence evidence,
        String note) {
    /** The same with its rate times a factor. */
    Measurement times(BigDecimal factor) {
        return new Measurement(id, accelerator, benchmark, model, totalParametersBillions, activeParametersBillions, kind, scenario, unit, perAccelerator.multiply(factor),
                accelerators, precision, promptTokens, outputTokens, batch, evidence, note);
    }

    /** What a measured rate counts. */
    public enum Unit {
        OUTPUT_TOKENS_PER_SECOND,
        IMAGES_PER_SECOND,
        /** Achieved model FLOP/s, 10^12. */
        TRAINING_TFLOPS,
        /** Runs of the benchmark's own training task an hour. */
        TRAINING_RUNS_PER_HOUR
    }
}
