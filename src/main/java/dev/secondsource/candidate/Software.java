package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.Engineering;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the buyer's code runs there. */
public record Software(
        @Meaning("software stack") String stack,
        @Meaning("fact that the stack is CUDA") boolean cuda,
        @Meaning("fact that the buyer runs this stack in production") boolean known,
        @Meaning("fact that every required framework runs there") @Nullable Boolean frameworksRun,
        @Meaning("fact that some run only through a translation layer") @Nullable Boolean frameworksBridged,
        @Meaning("required frameworks it does not run") @Nullable List<String> missingFrameworks,
        @Meaning("required frameworks it runs only through a translation layer") @Nullable List<String> bridgedFrameworks,
        @Meaning("numeric format the workload needs") String format,
        @Meaning("support of that format in hardware") @Nullable Boolean formatSupported,
        @Meaning("fact that a wider format of the hardware must stand in for it") @Nullable Boolean formatEmulated,
        @Meaning("fact that new software releases leave the chip out") boolean supportEnded,
        @Meaning("what is said of its support") String supportNote) {

    static final String CUDA = "cuda";

    /** Formats that hold every value of a narrower one. */
    private static final Map<NumericFormat, Set<NumericFormat>> WIDER = Map.of(
            NumericFormat.FP4, Set.of(NumericFormat.FP8, NumericFormat.BF16, NumericFormat.FP16),
            NumericFormat.FP8, Set.of(NumericFormat.BF16, NumericFormat.FP16),
            NumericFormat.INT8, Set.of(NumericFormat.BF16, NumericFormat.FP16),
            NumericFormat.BF16, Set.of(NumericFormat.FP32),
            NumericFormat.FP16, Set.of(NumericFormat.FP32),
            NumericFormat.TF32, Set.of(NumericFormat.FP32),
            NumericFormat.FP32, Set.of(NumericFormat.FP64));

    static Software of(Workload workload, Accelerator accelerator, SoftwareStack stack, Supplier designer, Engineering engineering) {
        String support = designer.events().stream()
                .filter(e -> e.kind() == SupplierEvent.Kind.SUPPORT_ENDED && accelerator.id().equals(e.accelerator()))
                .map(SupplierEvent::what).reduce((earlier, later) -> later).orElse("");
        List<String> missing = stack.missing(workload.frameworks());
        List<String> bridged = stack.bridged(workload.frameworks());
        return new Software(stack.id(), stack.id().equals(CUDA), engineering.stacks().contains(stack.id()),
                missing == null ? null : missing.isEmpty(), bridged == null ? null : !bridged.isEmpty(), missing, bridged,
                workload.precision().name().toLowerCase(Locale.ROOT), supports(accelerator, workload.precision()), emulated(accelerator, workload.precision()),
                !support.isEmpty(), support);
    }

    /** A wider format of the hardware can carry the values of a narrower one. */
    private static @Nullable Boolean emulated(Accelerator accelerator, NumericFormat format) {
        if (accelerator.peakTflops().isEmpty()) return null;
        return !Boolean.TRUE.equals(supports(accelerator, format))
                && WIDER.getOrDefault(format, Set.of()).stream().anyMatch(accelerator.peakTflops()::containsKey);
    }

    /** Unknown only where no peak rate is on file at all: a data sheet lists the formats a chip computes in. */
    private static @Nullable Boolean supports(Accelerator accelerator, NumericFormat format) {
        if (accelerator.peakTflops().isEmpty()) return null;
        if (accelerator.peakTflops().containsKey(format)) return true;
        boolean sixteenBits = format == NumericFormat.FP16 || format == NumericFormat.BF16;
        return sixteenBits && (accelerator.peakTflops().containsKey(NumericFormat.FP16) || accelerator.peakTflops().containsKey(NumericFormat.BF16));
    }
}
