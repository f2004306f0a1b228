package dev.secondsource.whatif;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;

/** What a value is set to: something of its own, or something made of what it was. */
public sealed interface Amount {

    /** This very value, as it was typed. */
    record Absolute(String text) implements Amount {}

    /** So much more or less than it was. */
    sealed interface Relative extends Amount {
        BigDecimal of(BigDecimal was);
    }

    /** @param share of what it was, below zero for less: -0.2 */
    record Percent(BigDecimal share) implements Relative {
        @Override
        public BigDecimal of(BigDecimal was) {
            return Decimals.plain(was.multiply(BigDecimal.ONE.add(share)));
        }
    }

    /** @param by in the value's own unit, below zero for less */
    record Delta(BigDecimal by) implements Relative {
        @Override
        public BigDecimal of(BigDecimal was) {
            return Decimals.plain(was.add(by));
        }
    }
}
