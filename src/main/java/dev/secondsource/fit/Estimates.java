package dev.secondsource.fit;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Measurement;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an estimate of speed is built and told, alike for tokens, images and training. */
final class Estimates {
    private static final MathContext READABLE = new MathContext(4);

    private Estimates() {}

    /** The buyer's newest own measurement; of several of one day the slowest, the worst for the buyer. */
    static @Nullable Throughput own(Case on, String unit) {
        Workload workload = on.workload();
        if (workload.measurements().isEmpty()) return null;
        OwnMeasurement own = workload.measurements().stream()
                .filter(m -> m.accelerator().equals(on.accelerator().id()))
                .filter(m -> !m.date().isAfter(on.asOf()))
                .max(Comparator.comparing(OwnMeasurement::date)
                        .thenComparing(OwnMeasurement::perAccelerator, Comparator.reverseOrder()))
                .orElse(null);
        if (own == null) return null;
        double value = own.perAccelerator().doubleValue();
        return new Throughput(
                own.perAccelerator(),
                Decimals.of(value * (1 - on.planning().measuredBand())),
                Decimals.of(value * (1 + on.planning().measuredBand())),
                Throughput.Basis.BUYER_MEASUREMENT,
                "the buyer measured " + readable(value) + " " + unit + " per " + own.accelerator() + " on this workload",
                List.of(new Evidence(
                        "throughput of " + workload.id() + " on " + own.accelerator(),
                        own.note().isBlank() ? "the buyer's own measurement" : "the buyer's own measurement: " + own.note(),
                        Grade.E1,
                        own.date())));
    }

    /** An estimate that rests on a measurement of the market, converted to the workload. */
    static Throughput measured(Case on, Measurements.Found found, double value, String unit, String conversion) {
        Measurement measurement = found.measurement();
        double band = found.sameModel() ? on.planning().measuredBand() : on.planning().nearestBand();
        return new Throughput(
                Decimals.of(value),
                Decimals.of(value * (1 - band)),
                Decimals.of(value * (1 + band)),
                found.sameModel() ? Throughput.Basis.SAME_MODEL : Throughput.Basis.NEAREST_MODEL,
                readable(measurement.perAccelerator().doubleValue()) + " " + unit + " per " + measurement.accelerator()
                        + " measured on " + measurement.model() + " (" + measurement.benchmark() + ", "
                        + measurement.scenario() + ", " + measurement.accelerators() + " accelerators)"
                        + (found.sameModel() ? "" : ", the nearest model measured") + conversion,
                List.of(measurement.evidence(), on.accelerator().evidence()));
    }

    static Throughput roofline(Case on, double low, double planned, double high, String how) {
        return new Throughput(
                Decimals.of(planned),
                Decimals.of(low),
                Decimals.of(high),
                Throughput.Basis.ROOFLINE,
                how,
                // A speed nobody measured is a modelled estimate, however good the figures it is computed from.
                List.of(on.accelerator().evidence(), new Evidence("speed of " + on.workload().id() + " on " + on.accelerator().id(),
                        "computed by roofline from the chip's figures", Grade.E3, null)));
    }

    /** A number as people read it: four significant digits. */
    static String readable(double value) {
        BigDecimal rounded = new BigDecimal(value, READABLE);
        return Decimals.plain(rounded).toPlainString();
    }

    static String percent(double share) {
        return readable(share * 100) + " %";
    }
}
