package dev.secondsource.fit;

import dev.secondsource.market.Measurement;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens, online or in batches: prefill and decode on one group of accelerators per replica. */
final class Serving {
    private static final String UNIT = "output tokens/s";
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Case on;
    private final Workload workload;
    private final Planning planning;
    private final @Nullable TokenWork work;
    private final @Nullable Rates peak;
    private final @Nullable Rates planned;

    private Serving(Case on) {
        this.on = on;
        this.workload = on.workload();
        this.planning = on.planning();
        this.work = work(on);
        this.peak = Rates.peak(on.accelerator(), workload.precision(), on.missing());
        this.planned =
                peak == null ? null : peak.at(planning.bandwidthUse().planned(), planning.inferenceCompute().planned());
    }

    static Fit fit(Case on, MemoryFit memory) {
        return new Serving(on).fit(memory);
    }

    private Fit fit(MemoryFit memory) {
        boolean impossible = Boolean.FALSE.equals(memory.fits());
        boolean known = work != null && peak != null;
        Group group = known && memory.smallestCount() != null ? group(memory.smallestCount(), memory.largestCount()) : null;
        int batch = group == null ? workload.batch() : Math.max(1, group.batch());
        Throughput throughput = impossible ? null : throughput(batch);
        Sizing sizing = null;
        if (throughput != null && memory.smallestCount() != null) {
            int size = group == null ? memory.smallestCount() : group.size();
            double seconds = workload.volumePerMonth().p50().doubleValue() * MILLION
                    / throughput.perAccelerator().doubleValue();
            sizing = Sizing.of(on, size, seconds / SECONDS_PER_HOUR / workload.utilisation().doubleValue(), 0);
        }
        return new Fit(
                memory,
                group == null ? new Latency(null, null, null, null) : latency(group.size()),
                throughput,
                known ? Decimals.of(work.tokensPerSecond(batch, peak)) : null,
                known ? workload.batch() < work.criticalBatch(peak) : null,
                known ? Decimals.of(work.criticalBatch(peak)) : null,
                known && workload.contextTokens() != null
                        ? Decimals.of(work.cacheShare(workload.batch(), workload.contextTokens()))
                        : null,
                null,
                group != null ? Integer.valueOf(group.size()) : memory.smallestCount(),
                impossible ? null : Integer.valueOf(batch),
                sizing == null ? null : sizing.accelerators(),
                sizing == null ? null : sizing.acceleratorHours(),
                on.missing());
    }

    /** A replica's size, and the sequences it can decode within the limit on each token, 0 if not even one. */
    private record Group(int size, int batch) {}

    /**
     * The group that meets the limits with the most output per accelerator; if none meets them at planning values,
     * the smallest that meets them at best; if none does, the largest considered. Smaller before larger when level.
     */
    private Group group(int smallest, int largest) {
        int most = (int) Math.min(largest, (long) smallest * planning.groupGrowth());
        Group best = null;
        Group atBest = null;
        Group last = null;
        double bestRate = 0;
        for (int size = smallest; size <= most; size = Topology.next(on.unit(), size)) {
            Rates rates = planned.times(size);
            int batch = workload.timePerOutputTokenMs() == null
                    ? workload.batch()
                    : work.largestBatchWithin(workload.timePerOutputTokenMs().doubleValue() / 1000, workload.batch(), rates);
            last = new Group(size, batch);
            if (batch == 0) continue;
            if (atBest == null && within(work.prefillSeconds(bestPrefill(size)))) atBest = last;
            if (!within(work.prefillSeconds(rates))) continue;
            double rate = work.tokensPerSecond(batch, planned) * Topology.workingShare(on.unit(), size);
            if (best == null || rate > bestRate * (1 + 1e-9)) {
                best = last;
                bestRate = rate;
            }
        }
        return best != null ? best : atBest != null ? atBest : last;
    }

    private boolean within(double prefillSeconds) {
        return workload.timeToFirstTokenMs() == null
                || prefillSeconds * 1000 <= workload.timeToFirstTokenMs().doubleValue();
    }

    private Rates bestPrefill(int size) {
        return peak.at(1, planning.bestPrefill()).times(size);
    }

    private Latency latency(int size) {
        Rates rates = planned.times(size);
        return new Latency(
                milliseconds(work.prefillSeconds(rates)),
                milliseconds(work.prefillSeconds(bestPrefill(size))),
                milliseconds(work.stepSeconds(workload.batch(), rates)),
                milliseconds(work.stepSeconds(1, rates)));
    }

    private @Nullable Throughput throughput(int batch) {
        Throughput own = Estimates.own(on, UNIT);
        if (own != null) return own;
        if (work == null || peak == null) return null;
        Measurements.Found found = on.measurements().find(new Measurements.Wanted(
                on.accelerator().id(),
                workload.kind(),
                Measurement.Unit.OUTPUT_TOKENS_PER_SECOND,
                workload.model().name(),
                workload.model().activeParametersBillions().doubleValue(),
                workload.precision(),
                batch,
                on.unit(),
                planning.nearestModelFactor(),
                planning.nearestBatchFactor(),
                planning.benchmarkBatch()));
        Throughput measured = found == null ? null : converted(found, batch);
        return measured != null ? measured : roofline(batch);
    }

    /** A measurement at its benchmark's mix, batch, format and size, carried over by the ratio of the two rooflines. */
    private @Nullable Throughput converted(Measurements.Found found, int batch) {
        Measurement measurement = found.measurement();
        NumericFormat format = measurement.precision() != null ? measurement.precision() : usualFormat();
        BigDecimal peakThen = Rates.peakTflops(on.accelerator(), format);
        if (peakThen == null) return null;
        TokenWork benchmark = benchmarkWork(measurement, format, found.sameModel());
        Rates then = new Rates(peak.bytesPerSecond(), peakThen.doubleValue() * 1e12)
                .at(planning.bandwidthUse().planned(), planning.inferenceCompute().planned());
        double ratio = work.tokensPerSecond(batch, planned) / benchmark.tokensPerSecond(found.batch(), then);
        double bound = work.tokensPerSecond(batch, peak);
        double value = measurement.perAccelerator().doubleValue() * ratio;
        String conversion = ", converted from " + (measurement.precision() == null ? "presumably " : "") + format + ", "
                + mix(benchmark) + " and batch " + found.batch() + " to " + workload.precision() + ", " + mix(work)
                + " and batch " + batch + " by the ratio of rooflines, x" + Estimates.readable(ratio)
                + (value > bound ? ", held to the peak rates" : "");
        return Estimates.measured(on, found, Math.min(value, bound), UNIT, conversion);
    }

    /** Submitters who state no format run the narrowest floating-point format that the silicon has. */
    private NumericFormat usualFormat() {
        for (NumericFormat format : List.of(NumericFormat.FP4, NumericFormat.FP8))
            if (on.accelerator().peakTflops().containsKey(format)) return format;
        return NumericFormat.BF16;
    }

    /** The benchmark's own work; the cache of a model of another size is taken in proportion to its active parameters. */
    private TokenWork benchmarkWork(Measurement measurement, NumericFormat format, boolean sameModel) {
        ModelSpec model = workload.model();
        double active = model.activeParametersBillions().doubleValue() * BILLION;
        double total = model.totalParametersBillions().doubleValue() * BILLION;
        double cache = work.cacheBytesPerToken();
        if (model.kvFormat() != null) cache *= (format.bytes() < 2 ? 1 : 2) / model.kvFormat().bytes();
        if (!sameModel) {
            double activeThen = measurement.activeParametersBillions().doubleValue() * BILLION;
            BigDecimal totalThen = measurement.totalParametersBillions();
            cache *= activeThen / active;
            active = activeThen;
            total = totalThen == null ? activeThen : Math.max(activeThen, totalThen.doubleValue() * BILLION);
        }
        boolean stated = measurement.promptTokens() != null && measurement.outputTokens() != null;
        return new TokenWork(
                active,
                total,
                format.bytes(),
                cache,
                stated ? measurement.promptTokens() : planning.benchmarkPrompt(),
                stated ? measurement.outputTokens() : planning.benchmarkOutput());
    }

    private Throughput roofline(int batch) {
        Planning.Band bandwidth = planning.bandwidthUse();
        Planning.Band compute = planning.inferenceCompute();
        return Estimates.roofline(
                on,
                work.tokensPerSecond(batch, peak.at(bandwidth.low(), compute.low())),
                work.tokensPerSecond(batch, planned),
                work.tokensPerSecond(batch, peak.at(bandwidth.high(), compute.high())),
                "no measurement is near: roofline of prefill and decode at " + mix(work) + " and batch " + batch + ", "
                        + Estimates.percent(bandwidth.planned()) + " of peak bandwidth and "
                        + Estimates.percent(compute.planned()) + " of peak " + workload.precision() + " rate");
    }

    private static String mix(TokenWork work) {
        return Estimates.readable(work.prompt()) + "/" + Estimates.readable(work.output()) + " prompt/output tokens";
    }

    private static BigDecimal milliseconds(double seconds) {
        return Decimals.of(seconds * 1000);
    }

    private static @Nullable TokenWork work(Case on) {
        Workload workload = on.workload();
        ModelSpec model = workload.model();
        Double cache = MemoryFitting.cacheBytesPerToken(on);
        if (workload.promptTokens() == null) on.missing().add("prompt length of " + workload.id());
        if (workload.outputTokens() == null) on.missing().add("output length of " + workload.id());
        if (cache == null || workload.promptTokens() == null || workload.outputTokens() == null) return null;
        return new TokenWork(
                model.activeParametersBillions().doubleValue() * BILLION,
                model.totalParametersBillions().doubleValue() * BILLION,
                model.weightFormat().bytes(),
                cache,
                workload.promptTokens(),
                workload.outputTokens());
    }
}
