package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.util.List;

/**
 * The software an accelerator is programmed with.
 *
 * @param id cuda, rocm, neuron, xla, gaudi, maia, cerebras, groq
 * @param nativeFrameworks frameworks that run without a translation layer
 * @param bridgedFrameworks frameworks that run through one (XLA, Neuron trace, HIP)
 * @param evidence where that is documented
 */
public record SoftwareStack(String id, List<String> nativeFrameworks, List<String> bridgedFrameworks, Evidence evidence) {
    public SoftwareStack {
        nativeFrameworks = List.copyOf(nativeFrameworks);
        bridgedFrameworks = List.copyOf(bridgedFrameworks);
    }
}
