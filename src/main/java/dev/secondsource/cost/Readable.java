package dev.secondsource.cost;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers inside the words of a cost line: six significant digits at most. */
final class Readable {
    private static final MathContext DIGITS = new MathContext(6);

    private Readable() {}

    static String number(BigDecimal value) {
        return Decimals.plain(value.round(DIGITS)).toPlainString();
    }

    static String percent(BigDecimal share) {
        return number(share.movePointRight(2)) + " %";
    }
}
