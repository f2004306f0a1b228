package dev.secondsource.catalogue;

import java.math.BigDecimal;

/** Lengths of commitments. */
final class Terms {
    private static final BigDecimal HOURS_OF_A_MONTH = BigDecimal.valueOf(730);

    private Terms() {}

    /** Hours of so many months, 8 760 a year. */
    static BigDecimal hours(int months) {
        return HOURS_OF_A_MONTH.multiply(BigDecimal.valueOf(months));
    }
}
