package dev.secondsource.stress;

import dev.secondsource.market.Accelerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When parts came out, and with which others. */
final class Slips {
    private static final int MONTHS_A_QUARTER = 3;

    private Slips() {}

    /** Day of release; of a part without one, the day its figures became known. */
    static @Nullable LocalDate released(Accelerator accelerator) {
        return accelerator.released() != null ? accelerator.released() : accelerator.evidence().date();
    }

    /** {@code nvidia/4}; a part of no known generation is a platform of its own. */
    static String platform(Accelerator accelerator) {
        return accelerator.designer() + "/" + (accelerator.generation() == null ? accelerator.id() : accelerator.generation());
    }

    static LocalDate later(LocalDate day, Figure quarters) {
        return day.plusMonths((long) quarters.value().intValueExact() * MONTHS_A_QUARTER);
    }
}
