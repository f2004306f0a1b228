package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One named demand of the buyer.
 *
 * @param id kebab-case, unique in the profile
 * @param kind what is done
 * @param model what it is done with
 * @param precision the format of the arithmetic
 * @param volumePerMonth demand a month: millions of output tokens or thousands of images for serving and batch
 *     inference; training runs a month (may be a fraction) for training
 * @param trainingTokensBillions tokens of one training run; null unless training
 * @param promptTokens input tokens of a typical request; null unless tokens are served
 * @param outputTokens output tokens of a typical request; null likewise
 * @param contextTokens longest context held in memory per sequence; null for images
 * @param batch concurrent sequences a replica serves in the cost case; 1 or more
 * @param timeToFirstTokenMs limit, null if none
 * @param timePerOutputTokenMs limit, null if none
 * @param trainingDaysLimit longest a training run may take, null if none
 * @param frameworks every one of these must run, kebab-case: pytorch, jax, tensorflow, vllm
 * @param customKernelShare share of step time in hand-written CUDA or Triton kernels, 0–1
 * @param criticalShare share of the work that must go on in an outage, 0–1
 * @param surge extra capacity, as a share, that the second source may be asked for in an outage, 0–1
 * @param preemptible may be interrupted and resumed from a checkpoint
 * @param research the work is exploratory: time lost costs more than machine hours
 * @param utilisation share of paid hours that do useful work, 0–1 exclusive of 0
 * @param utilisationMeasured the utilisation was measured, not planned
 * @param performanceElasticity exponent of throughput in the buyer's utility (CPF-06), null if not stated
 * @param valueOfDelayPerMonth what one month of delay costs the buyer, null if not stated
 * @param measurements the buyer's own throughput measurements, possibly none
 */
public record Workload(
        String id,
        WorkloadKind kind,
        ModelSpec model,
        NumericFormat precision,
        Quantiles volumePerMonth,
        @Nullable BigDecimal trainingTokensBillions,
        @Nullable Integer promptTokens,
        @Nullable Integer outputTokens,
        @Nullable Integer contextTokens,
        int batch,
        @Nullable BigDecimal timeToFirstTokenMs,
        @Nullable BigDecimal timePerOutputTokenMs,
        @Nullable BigDecimal trainingDaysLimit,
        List<String> frameworks,
        BigDecimal customKernelShare,
        BigDecimal criticalShare,
        BigDecimal surge,
        boolean preemptible,
        boolean research,
        BigDecimal utilisation,
        boolean utilisationMeasured,
        @Nullable BigDecimal performanceElasticity,
        @Nullable Money valueOfDelayPerMonth,
        List<OwnMeasurement> measurements) {

    public Workload {
        frameworks = List.copyOf(frameworks);
        measurements = List.copyOf(measurements);
    }

    /** The same with all its volumes times a factor. */
    public Workload demanding(BigDecimal factor) {
        return with(volumePerMonth.times(factor), measurements);
    }

    /** The same with what the buyer measured on some accelerators times a factor each. */
    public Workload running(Function<String, BigDecimal> factorOfAccelerator) {
        return with(volumePerMonth, measurements.stream().map(m -> {
            BigDecimal by = factorOfAccelerator.apply(m.accelerator());
            return by.compareTo(BigDecimal.ONE) == 0 ? m : m.times(by);
        }).toList());
    }

    private Workload with(Quantiles volume, List<OwnMeasurement> measured) {
        return new Workload(id, kind, model, precision, volume, trainingTokensBillions, promptTokens, outputTokens, contextTokens, batch, timeToFirstTokenMs, timePerOutputTokenMs,
                trainingDaysLimit, frameworks, customKernelShare, criticalShare, surge, preemptible, research, utilisation, utilisationMeasured, performanceElasticity,
                valueOfDelayPerMonth, measured);
    }

    /** What one unit of useful work is, as people print it. */
    public String unit() {
        if (kind.isTraining()) return "training run";
        return model.modality() == ModelSpec.Modality.TEXT ? "M tokens" : "1 000 images";
    }
}
