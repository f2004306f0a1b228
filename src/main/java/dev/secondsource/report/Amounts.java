package dev.secondsource.report;

import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Numbers as people read them, rounded, and as programs read them, exact. */
final class Amounts {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Amounts() {}

    /** {@code 1.235 M}, {@code 123 456}, {@code 12.35}, {@code 0.0412}: enough digits to compare, no more. */
    static String readable(BigDecimal amount) {
        BigDecimal size = amount.abs();
        if (size.compareTo(MILLION) >= 0) {
            BigDecimal rounded = amount.movePointLeft(6).round(new MathContext(4, RoundingMode.HALF_EVEN));
            return format(rounded, "#,##0.###") + Text.GLUE + "M";
        }
        if (size.compareTo(BigDecimal.valueOf(1000)) >= 0) return format(amount, "#,##0");
        if (size.compareTo(BigDecimal.ONE) >= 0 || amount.signum() == 0) return format(amount, "#,##0.00");
        BigDecimal rounded = amount.round(new MathContext(3, RoundingMode.HALF_EVEN));
        return (rounded.scale() < 2 ? rounded.setScale(2) : rounded).toPlainString();
    }

    /**
     * The amounts of one column, all with the decimals that the smallest needs, so that they can be compared down it.
     *
     * @return how to print each of them
     */
    static Function<BigDecimal, String> column(Stream<BigDecimal> amounts) {
        BigDecimal least = amounts.map(BigDecimal::abs).filter(a -> a.signum() > 0).min(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        int magnitude = least.precision() - least.scale() - 1;
        if (magnitude >= 6) return amount -> format(amount.movePointLeft(6), magnitude == 6 ? "#,##0.00" : magnitude == 7 ? "#,##0.0" : "#,##0") + Text.GLUE + "M";
        int decimals = magnitude >= 3 ? 0 : Math.min(8, Math.max(2, 2 - magnitude));
        return amount -> format(amount, decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
    }

    /** {@code 1 234 567 USD}. */
    static String readable(Money money) {
        return readable(money.amount()) + " " + money.currency().getCurrencyCode();
    }

    /** Whole units of the currency with its cents where they matter, so that a column of them adds up as shown. */
    static String toTheCent(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        return format(money.toCents().amount(), digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits));
    }

    static String count(BigDecimal number) {
        return format(number, "#,##0.####");
    }

    static String count(long number) {
        return count(BigDecimal.valueOf(number));
    }

    static String percent(BigDecimal share) {
        return format(share.movePointRight(2), "0.#") + " %";
    }

    static String tenths(BigDecimal number) {
        return format(number, "#,##0.0");
    }

    /** Three decimals: rho and scores are compared down a column. */
    static String ratio(BigDecimal ratio) {
        return format(ratio, "0.000");
    }

    /** Exact digits without exponent or trailing zeros. */
    static String exact(BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }

    /** Exact digits, at least the two people expect of money. */
    static String exact(Money money) {
        BigDecimal amount = Decimals.plain(money.amount());
        return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
    }

    /** A month's demand: {@code 120 000 M tokens}, {@code 2 training runs}. */
    static String volume(Workload workload) {
        BigDecimal volume = workload.volumePerMonth().p50();
        if (workload.kind().isTraining()) return count(volume) + (volume.compareTo(BigDecimal.ONE) == 0 ? " training run" : " training runs");
        return workload.model().modality() == ModelSpec.Modality.TEXT ? count(volume) + " M tokens" : count(volume) + " thousand images";
    }

    private static String format(BigDecimal number, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(number);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
