package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast silicon moves bytes and does arithmetic.
 *
 * @param bytesPerSecond memory bandwidth
 * @param flopsPerSecond operations in the format at hand
 */
record Rates(double bytesPerSecond, double flopsPerSecond) {

    /** The peaks of one accelerator; null, with what is missing added, if either is not known. */
    static @Nullable Rates peak(Accelerator accelerator, NumericFormat format, List<String> missing) {
        BigDecimal bandwidth = accelerator.memoryBandwidthGBs();
        if (bandwidth == null) missing.add("memory bandwidth of " + accelerator.id());
        Double flops = peakFlops(accelerator, format, missing);
        return bandwidth == null || flops == null ? null : new Rates(bandwidth.doubleValue() * 1e9, flops);
    }

    /** Peak operations a second in a format; null, with what is missing added, if not known. */
    static @Nullable Double peakFlops(Accelerator accelerator, NumericFormat format, List<String> missing) {
        BigDecimal peak = peakTflops(accelerator, format);
        if (peak == null) missing.add("peak " + format + " rate of " + accelerator.id());
        return peak == null ? null : peak.doubleValue() * 1e12;
    }

    /** FP16 and BF16 run on the same units at the same rate, so one stands for the other. */
    static @Nullable BigDecimal peakTflops(Accelerator accelerator, NumericFormat format) {
        BigDecimal stated = accelerator.peakTflops().get(format);
        if (stated != null) return stated;
        return switch (format) {
            case FP16 -> accelerator.peakTflops().get(NumericFormat.BF16);
            case BF16 -> accelerator.peakTflops().get(NumericFormat.FP16);
            default -> null;
        };
    }

    Rates at(double shareOfBandwidth, double shareOfCompute) {
        return new Rates(bytesPerSecond * shareOfBandwidth, flopsPerSecond * shareOfCompute);
    }

    Rates times(int accelerators) {
        return new Rates(bytesPerSecond * accelerators, flopsPerSecond * accelerators);
    }
}
