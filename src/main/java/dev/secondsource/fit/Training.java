package dev.secondsource.fit;

import dev.secondsource.market.Measurement;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Training runs: achieved arithmetic, goodput, and a cluster large enough for memory, volume and deadline (F-TRAIN). */
final class Training {
    private static final String UNIT = "TFLOP/s";
    private static final double BILLION = 1e9;
    private static final double FLOPS_PER_PARAMETER_AND_TOKEN = 6;
    private static final double SECONDS_PER_DAY = 86_400;

    private Training() {}

    /** F-TRAIN: 6 × active parameters × tokens. */
    static double flopsOfRun(double activeParameters, double tokens) {
        return FLOPS_PER_PARAMETER_AND_TOKEN * activeParameters * tokens;
    }

    static Fit fit(Case on, MemoryFit memory) {
        Workload workload = on.workload();
        Throughput throughput = Boolean.FALSE.equals(memory.fits()) ? null : throughput(on);
        if (workload.trainingTokensBillions() == null) on.missing().add("training tokens of " + workload.id());
        Sizing sizing = null;
        BigDecimal days = null;
        if (throughput != null && memory.smallestCount() != null && workload.trainingTokensBillions() != null) {
            double flops = flopsOfRun(
                    workload.model().activeParametersBillions().doubleValue() * BILLION,
                    workload.trainingTokensBillions().doubleValue() * BILLION);
            double perSecond = throughput.perAccelerator().doubleValue() * 1e12 * on.planning().goodput();
            double hoursOfRun = flops / perSecond / 3600;
            double least = workload.trainingDaysLimit() == null
                    ? 0
                    : flops / perSecond / (workload.trainingDaysLimit().doubleValue() * SECONDS_PER_DAY);
            double hours = hoursOfRun * workload.volumePerMonth().p50().doubleValue()
                    / workload.utilisation().doubleValue();
            // A deadline no cluster meets is told by the days, not by an absurd count.
            least = Math.max(memory.smallestCount(), Math.min(least, on.planning().largestCluster()));
            sizing = Sizing.of(on, on.unit(), hours, least);
            if (sizing != null)
                days = Decimals.of(hoursOfRun / 24 / Math.min(sizing.accelerators(), on.planning().largestCluster()));
        }
        return Fit.ofBatchWork(memory, throughput, days, sizing, on.missing());
    }

    private static @Nullable Throughput throughput(Case on) {
        Throughput own = Estimates.own(on, UNIT);
        if (own != null) return own;
        Workload workload = on.workload();
        ModelSpec model = workload.model();
        Planning planning = on.planning();
        Double peak = Rates.peakFlops(on.accelerator(), workload.precision(), on.missing());
        if (peak == null) return null;
        Measurements.Found found = on.measurements().find(new Measurements.Wanted(
                on.accelerator().id(),
                workload.kind(),
                Measurement.Unit.TRAINING_TFLOPS,
                model.name(),
                model.activeParametersBillions().doubleValue(),
                workload.precision(),
                workload.batch(),
                on.unit(),
                planning.nearestModelFactor(),
                planning.nearestBatchFactor(),
                planning.benchmarkBatch()));
        Throughput measured = found == null ? null : converted(on, found, peak);
        return measured != null ? measured : roofline(on, peak);
    }

    /** Arithmetic achieved in one format, carried to another by the ratio of what each is planned to reach. */
    private static @Nullable Throughput converted(Case on, Measurements.Found found, double peak) {
        Measurement measurement = found.measurement();
        NumericFormat now = on.workload().precision();
        NumericFormat then = measurement.precision() == null ? now : measurement.precision();
        BigDecimal peakThen = Rates.peakTflops(on.accelerator(), then);
        if (peakThen == null) return null;
        ModelSpec model = on.workload().model();
        boolean sparseThen = measurement.totalParametersBillions() != null
                && measurement.activeParametersBillions() != null
                && measurement.activeParametersBillions().compareTo(measurement.totalParametersBillions()) < 0;
        Planning.Band plannedThen =
                sparseThen || then.bytes() <= 1 ? on.planning().sparseTraining() : on.planning().denseTraining();
        double ratio = now == then && sparseThen == model.isMixtureOfExperts()
                ? 1
                : peak * on.planning().trainingMfu(model, now).planned()
                        / (peakThen.doubleValue() * 1e12 * plannedThen.planned());
        double value = Math.min(measurement.perAccelerator().doubleValue() * ratio, peak / 1e12);
        String conversion = (ratio == 1 ? "" : ", carried to " + now + " by the ratio of planned rates, x" + Estimates.readable(ratio))
                + ": " + Estimates.percent(value * 1e12 / peak) + " of peak";
        return Estimates.measured(on, found, value, UNIT, conversion);
    }

    private static Throughput roofline(Case on, double peak) {
        Planning.Band share = on.planning().trainingMfu(on.workload().model(), on.workload().precision());
        double teraflops = peak / 1e12;
        return Estimates.roofline(
                on,
                teraflops * share.low(),
                teraflops * share.planned(),
                teraflops * share.high(),
                "no measurement is near: " + Estimates.percent(share.planned()) + " of peak " + on.workload().precision()
                        + " rate");
    }
}
