package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The software an accelerator is programmed with. What it runs is known as a whole or not at all.
 *
 * @param id cuda, rocm, neuron, xla, gaudi, maia, cerebras, groq
 * @param nativeFrameworks frameworks that run without a translation layer, null if not known
 * @param bridgedFrameworks frameworks that run through one (XLA, Neuron trace, HIP), null likewise
 * @param evidence where that is documented, null if nowhere
 */
public record SoftwareStack(
        String id, @Nullable List<String> nativeFrameworks, @Nullable List<String> bridgedFrameworks, @Nullable Evidence evidence) {
    public SoftwareStack {
        if (nativeFrameworks != null) nativeFrameworks = List.copyOf(nativeFrameworks);
        if (bridgedFrameworks != null) bridgedFrameworks = List.copyOf(bridgedFrameworks);
    }

    /** The stack as known on a day: chips are programmed with it whether or not anybody wrote down what runs. */
    SoftwareStack visibleAt(LocalDate asOf) {
        return evidence == null || evidence.visibleAt(asOf) ? this : new SoftwareStack(id, null, null, null);
    }

    /** Those that do not run at all; null if not known. */
    public @Nullable List<String> missing(List<String> frameworks) {
        return nativeFrameworks == null ? null : frameworks.stream().filter(f -> !nativeFrameworks.contains(f) && !bridges(f)).toList();
    }

    /** Those that run only through a translation layer; null if not known. */
    public @Nullable List<String> bridged(List<String> frameworks) {
        return nativeFrameworks == null ? null : frameworks.stream().filter(f -> !nativeFrameworks.contains(f) && bridges(f)).toList();
    }

    /** Every one of them runs; false also if that is not known. */
    public boolean surelyRuns(List<String> frameworks) {
        return nativeFrameworks != null && Objects.requireNonNull(missing(frameworks)).isEmpty();
    }

    private boolean bridges(String framework) {
        return bridgedFrameworks != null && bridgedFrameworks.contains(framework);
    }
}
