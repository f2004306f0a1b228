package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the buyer's code runs there. */
public record Software(
        @Meaning("software stack") String stack,
        @Meaning("fact that the stack is CUDA") boolean cuda,
        @Meaning("fact that the buyer runs this stack in production") boolean known,
        @Meaning("required frameworks it does not run") List<String> missingFrameworks,
        @Meaning("required frameworks it runs only through a translation layer") List<String> bridgedFrameworks,
        @Meaning("numeric format the workload needs") String format,
        @Meaning("support of that format in hardware") @Nullable Boolean formatSupported,
        @Meaning("fact that a wider format of the hardware must stand in for it") @Nullable Boolean formatEmulated) {}
