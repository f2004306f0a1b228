package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The measure by which US export control sorts accelerators (ELG-02, ECCN 3A090). */
public final class ExportControl {
    private static final int TF32_BITS = 19;

    private ExportControl() {}

    /**
     * Total processing performance: dense peak rate in TFLOP/s (TOP/s) × bit length of the operands, the largest over
     * the formats known.
     *
     * @return null if no peak rate is known
     */
    public static @Nullable BigDecimal totalProcessingPerformance(Accelerator accelerator) {
        return accelerator.peakTflops().entrySet().stream()
                .map(peak -> Decimals.plain(peak.getValue().multiply(BigDecimal.valueOf(bits(peak.getKey())))))
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    private static int bits(NumericFormat format) {
        return format == NumericFormat.TF32 ? TF32_BITS : (int) (format.bytes() * 8);
    }
}
