package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chip model. Null is "not known", never zero.
 *
 * @param id market id: {@code H100-SXM}, {@code Trainium2}, {@code TPU-v6e}
 * @param designer supplier id of who designs it
 * @param generation 1-based generation within the designer's line, null if not known
 * @param memoryGiB memory of one chip, GiB
 * @param memoryType HBM3e and so on
 * @param memoryBandwidthGBs memory bandwidth of one chip, 10^9 bytes per second
 * @param peakTflops dense peak rate by format, TFLOP/s (TOP/s for integers)
 * @param powerWatts board power
 * @param scaleUpGBs bandwidth to neighbours in the scale-up domain, bidirectional, 10^9 bytes per second
 * @param scaleUpChips chips in one scale-up domain
 * @param rackKw power of the rack it ships in, if it ships in racks
 * @param liquidCooled needs liquid cooling
 * @param confidential runs work encrypted against its operator (confidential computing), null if not known
 * @param released general availability or release
 * @param training offered for training by its designer
 * @param inference offered for inference by its designer
 * @param rentable can be rented as an accelerator
 * @param purchasable can be bought
 * @param stack software stack id
 * @param foundry who makes the die, null if undisclosed
 * @param memoryMaker who makes the HBM, null if undisclosed
 * @param packager who packages it, null if undisclosed
 * @param evidence where the figures are from
 * @param note conflicts between sources and other caveats, possibly empty
 */
public record Accelerator(
        String id,
        String designer,
        @Nullable Integer generation,
        @Nullable BigDecimal memoryGiB,
        @Nullable String memoryType,
        @Nullable BigDecimal memoryBandwidthGBs,
        Map<NumericFormat, BigDecimal> peakTflops,
        @Nullable BigDecimal powerWatts,
        @Nullable BigDecimal scaleUpGBs,
        @Nullable Integer scaleUpChips,
        @Nullable BigDecimal rackKw,
        @Nullable Boolean liquidCooled,
        @Nullable Boolean confidential,
        @Nullable LocalDate released,
        boolean training,
        boolean inference,
        boolean rentable,
        boolean purchasable,
        String stack,
        @Nullable String foundry,
        @Nullable String memoryMaker,
        @Nullable String packager,
        Evidence evidence,
        String note) {

    public Accelerator {
        EnumMap<NumericFormat, BigDecimal> sorted = new EnumMap<>(NumericFormat.class);
        sorted.putAll(peakTflops);
        peakTflops = Collections.unmodifiableMap(sorted);
    }

    /** The same released on another day. */
    public Accelerator releasedOn(LocalDate day) {
        return with(memoryBandwidthGBs, peakTflops, day);
    }

    /** The same with its peaks of arithmetic and memory times a factor. */
    Accelerator running(BigDecimal factor) {
        EnumMap<NumericFormat, BigDecimal> peaks = new EnumMap<>(NumericFormat.class);
        peakTflops.forEach((format, peak) -> peaks.put(format, peak.multiply(factor)));
        return with(memoryBandwidthGBs == null ? null : memoryBandwidthGBs.multiply(factor), peaks, released);
    }

    private Accelerator with(@Nullable BigDecimal bandwidth, Map<NumericFormat, BigDecimal> peaks, @Nullable LocalDate day) {
        return new Accelerator(id, designer, generation, memoryGiB, memoryType, bandwidth, peaks, powerWatts, scaleUpGBs, scaleUpChips, rackKw, liquidCooled, confidential, day,
                training, inference, rentable, purchasable, stack, foundry, memoryMaker, packager, evidence, note);
    }
}
