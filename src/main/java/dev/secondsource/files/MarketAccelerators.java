package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of accelerators.csv. */
final class MarketAccelerators {
    static final String FILE = "accelerators.csv";
    static final List<String> COLUMNS = List.of(
            "id", "designer", "generation", "memory_gib", "memory_type", "bandwidth_gbs", "peak_fp64", "peak_fp32", "peak_tf32",
            "peak_bf16", "peak_fp16", "peak_fp8", "peak_int8", "peak_fp4", "power_w", "scale_up_gbs", "scale_up_chips", "rack_kw",
            "liquid_cooled", "confidential", "released", "training", "inference", "rentable", "purchasable", "stack", "foundry", "memory_maker",
            "packager", "source", "grade", "date", "date_basis", "note");

    private MarketAccelerators() {}

    static @Nullable Accelerator read(MarketFields row, MarketIds ids) {
        String id = row.text("id");
        String designer = row.known("designer", ids.suppliers(), "supplier");
        Integer generation = row.whole("generation", "count generations from 1");
        BigDecimal memory = row.positive("memory_gib");
        BigDecimal bandwidth = row.positive("bandwidth_gbs");
        Map<NumericFormat, BigDecimal> peaks = new EnumMap<>(NumericFormat.class);
        for (NumericFormat format : NumericFormat.values()) {
            BigDecimal peak = row.positive("peak_" + format.name().toLowerCase(Locale.ROOT));
            if (peak != null) peaks.put(format, peak);
        }
        BigDecimal power = row.positive("power_w");
        BigDecimal scaleUp = row.positive("scale_up_gbs");
        Integer scaleUpChips = row.whole("scale_up_chips", "count whole chips in one scale-up domain");
        BigDecimal rack = row.positive("rack_kw");
        Boolean liquid = row.yesOrNo("liquid_cooled");
        Boolean confidential = row.yesOrNo("confidential");
        LocalDate released = row.date("released");
        boolean training = row.requiredYesOrNo("training");
        boolean inference = row.requiredYesOrNo("inference");
        boolean rentable = row.requiredYesOrNo("rentable");
        boolean purchasable = row.requiredYesOrNo("purchasable");
        String stack = row.known("stack", ids.stacks(), "software stack");
        Evidence evidence = row.evidence("figures of " + id, "date", "date_basis");
        if (!row.isSound()) return null;
        return new Accelerator(
                id, designer, generation, memory, row.optional("memory_type"), bandwidth, peaks, power, scaleUp, scaleUpChips,
                rack, liquid, confidential, released, training, inference, rentable, purchasable, stack, row.optional("foundry"),
                row.optional("memory_maker"), row.optional("packager"), evidence, row.note("note"));
    }
}
