package dev.secondsource.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark result as a summary prints it; nothing of it is believed yet.
 *
 * @param file name of the file, as the user gave it
 * @param line 1-based line of the row it is from
 * @param id the round's own id of the submission
 * @param round {@code v5.1}, and what was benchmarked: {@code Inference v5.1}
 * @param submitter who ran it
 * @param system what it ran on, as printed
 * @param availability available, preview or research
 * @param division closed or open
 * @param accelerator as printed
 * @param accelerators that ran together, null if not printed
 * @param model as printed
 * @param scenario offline, server, interactive or time-to-train
 * @param units as printed
 * @param value null if it is no number
 * @param precision numeric format as printed, possibly empty
 * @param place address of the result, possibly empty
 */
record Result(
        String file,
        int line,
        String id,
        String round,
        String submitter,
        String system,
        String availability,
        String division,
        String accelerator,
        @Nullable BigDecimal accelerators,
        String model,
        String scenario,
        String units,
        @Nullable BigDecimal value,
        String precision,
        String place) {

    Refusal refuse(Reason reason, String subject, String what, String mend) {
        return new Refusal(file, line, reason, subject, what, mend);
    }
}
