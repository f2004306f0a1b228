package dev.secondsource.cost;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How money of one currency becomes money of another.
 *
 * @param from ISO 4217
 * @param to likewise
 * @param steps one rate, or two through a common currency; read backwards where they are written the other way round
 */
public record Conversion(Currency from, Currency to, List<ExchangeRate> steps) {
    public Conversion {
        steps = List.copyOf(steps);
    }

    /** The amount in the other currency. */
    public Money of(Money money) {
        BigDecimal times = BigDecimal.ONE;
        BigDecimal over = BigDecimal.ONE;
        Currency at = from;
        for (ExchangeRate step : steps) {
            boolean forwards = step.from().equals(at);
            if (forwards) times = times.multiply(step.rate());
            else over = over.multiply(step.rate());
            at = forwards ? step.to() : step.from();
        }
        return Money.of(money.amount().multiply(times).divide(over, Decimals.PRECISION), to);
    }

    /** Units of {@code to} for one of {@code from}. */
    public BigDecimal rate() {
        return Decimals.plain(of(Money.of(BigDecimal.ONE, from)).amount());
    }

    /** The day of the rate, of two the older; null if none has one: a rate to plan with is of no day. */
    public @Nullable LocalDate day() {
        return steps.stream().map(s -> s.evidence().date()).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /** The currency it goes through; null if it is straight. */
    public @Nullable Currency through() {
        if (steps.size() == 1) return null;
        ExchangeRate first = steps.get(0);
        return first.from().equals(from) ? first.to() : first.from();
    }

    /** Where the rates are from. */
    public List<Evidence> evidence() {
        return steps.stream().map(ExchangeRate::evidence).toList();
    }

    /** For a person: {@code 1 EUR = 1.0389 USD of 2024-12-31}; through another currency both rates. */
    public String words() {
        return steps.stream().map(s -> "1 " + s.from().getCurrencyCode() + " = " + s.rate().toPlainString() + " " + s.to().getCurrencyCode()
                + (s.evidence().date() == null ? "" : " of " + s.evidence().date())).collect(Collectors.joining(" and "));
    }
}
