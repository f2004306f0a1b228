package dev.secondsource.fit;

import dev.secondsource.market.Measurement;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Images: arithmetic only; a diffusion step reuses its weights for thousands of pixels. */
final class Imaging {
    private static final String UNIT = "images/s";
    private static final double THOUSAND = 1e3;

    private Imaging() {}

    static Fit fit(Case on, MemoryFit memory) {
        Workload workload = on.workload();
        Throughput throughput = Boolean.FALSE.equals(memory.fits()) ? null : throughput(on);
        Sizing sizing = null;
        if (throughput != null && memory.smallestCount() != null) {
            double seconds = workload.volumePerMonth().p50().doubleValue() * THOUSAND
                    / throughput.perAccelerator().doubleValue();
            sizing = Sizing.of(
                    on, memory.smallestCount(), seconds / 3600 / workload.utilisation().doubleValue(), 0);
        }
        return Fit.ofBatchWork(memory, throughput, null, sizing, on.missing());
    }

    private static @Nullable Throughput throughput(Case on) {
        Throughput own = Estimates.own(on, UNIT);
        if (own != null) return own;
        Workload workload = on.workload();
        ModelSpec model = workload.model();
        double active = model.activeParametersBillions().doubleValue();
        Planning planning = on.planning();
        Measurements.Found found = on.measurements().find(new Measurements.Wanted(
                on.accelerator().id(),
                workload.kind(),
                Measurement.Unit.IMAGES_PER_SECOND,
                model.name(),
                active,
                workload.precision(),
                workload.batch(),
                on.unit(),
                planning.nearestModelFactor(),
                planning.nearestBatchFactor(),
                planning.benchmarkBatch()));
        Throughput measured = found == null ? null : converted(on, found, active);
        return measured != null ? measured : roofline(on);
    }

    /** Scaled by size, since work grows with it, and by the peak rates of the two formats where both are stated. */
    private static @Nullable Throughput converted(Case on, Measurements.Found found, double active) {
        Measurement measurement = found.measurement();
        NumericFormat format = measurement.precision();
        double ratio = found.sameModel() ? 1 : measurement.activeParametersBillions().doubleValue() / active;
        if (format != null && format != on.workload().precision()) {
            BigDecimal then = Rates.peakTflops(on.accelerator(), format);
            BigDecimal now = Rates.peakTflops(on.accelerator(), on.workload().precision());
            if (then == null || now == null) return null;
            ratio *= now.doubleValue() / then.doubleValue();
        }
        String conversion = ratio == 1 ? "" : ", scaled by size and format, x" + Estimates.readable(ratio);
        return Estimates.measured(on, found, measurement.perAccelerator().doubleValue() * ratio, UNIT, conversion);
    }

    private static @Nullable Throughput roofline(Case on) {
        Workload workload = on.workload();
        BigDecimal perImage = workload.model().teraflopsPerUnit();
        if (perImage == null) on.missing().add("teraflops per image of " + workload.model().name());
        Double peak = Rates.peakFlops(on.accelerator(), workload.precision(), on.missing());
        if (perImage == null || peak == null) return null;
        double atPeak = peak / (perImage.doubleValue() * 1e12);
        Planning.Band compute = on.planning().inferenceCompute();
        return Estimates.roofline(
                on,
                atPeak * compute.low(),
                atPeak * compute.planned(),
                atPeak * compute.high(),
                "no measurement is near: " + Estimates.percent(compute.planned()) + " of peak " + workload.precision()
                        + " rate at " + Estimates.readable(perImage.doubleValue()) + " teraflops an image");
    }
}
