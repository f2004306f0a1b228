package dev.secondsource.sensitivity;

import dev.secondsource.quantity.Decimals;
import dev.secondsource.whatif.Amount;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input that may turn out otherwise, within a plausible range.
 *
 * @param kind what sort of input it is
 * @param subject what it is of, in words: an offer, an accelerator, a workload, a threshold
 * @param keys what a what-if sets, all to the same value
 * @param scale how a value is set
 * @param base what is, in the unit: what a factor multiplies and an addition is added to
 * @param now the value as things are
 * @param low lower end of the plausible range, at most {@code now}
 * @param high upper end, at least {@code now}
 * @param unit what a value counts
 * @param basis where the range is from
 */
public record Lever(Kind kind, String subject, List<String> keys, Scale scale, BigDecimal base, BigDecimal now, BigDecimal low, BigDecimal high, String unit, String basis) {
    private static final int PLACES = 8;
    private static final MathContext DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    public Lever {
        keys = List.copyOf(keys);
    }

    /** The sorts of input, in the order people ask about them. */
    public enum Kind {
        PRICE("price"),
        PERFORMANCE("speed"),
        LEAD_TIME("lead time"),
        UTILISATION("utilisation"),
        PORTING("cost of porting"),
        DEMAND("demand"),
        CAP("cap"),
        THRESHOLD("threshold");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** How a value is set. */
    public enum Scale {
        /** The value is a factor on what is; 1 as things are. */
        TIMES,
        /** The value is added to what is; 0 as things are. */
        PLUS,
        /** The value itself. */
        TO
    }

    /** The settings that make it a value; none where the value is what it is now. */
    public List<Setting> at(BigDecimal value) {
        if (value.compareTo(now) == 0) return List.of();
        BigDecimal exact = value.setScale(PLACES, RoundingMode.HALF_EVEN);
        Amount amount = switch (scale) {
            case TIMES -> new Amount.Percent(exact.subtract(BigDecimal.ONE).stripTrailingZeros());
            case PLUS -> new Amount.Delta(exact.stripTrailingZeros());
            case TO -> new Amount.Absolute(exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString());
        };
        return keys.stream().map(key -> new Setting(key, amount)).toList();
    }

    /** What the input is in its unit if the value is this, to ten digits. */
    public BigDecimal amount(BigDecimal value) {
        BigDecimal exact = switch (scale) {
            case TIMES -> base.multiply(value);
            case PLUS -> base.add(value);
            case TO -> value;
        };
        return Decimals.plain(exact.round(DIGITS));
    }

    /** Change of the amount as a share of what it is; null where it is nothing. */
    public @Nullable BigDecimal change(BigDecimal value) {
        return base.signum() == 0 ? null : Decimals.divide(amount(value).subtract(base), base.abs());
    }

    /** Part of the plausible range on a value's side that lies between now and the value, 0–1. */
    public BigDecimal part(BigDecimal value) {
        BigDecimal way = (value.compareTo(now) < 0 ? low : high).subtract(now);
        return way.signum() == 0 ? BigDecimal.ZERO : value.subtract(now).divide(way, PLACES, RoundingMode.HALF_EVEN);
    }
}
