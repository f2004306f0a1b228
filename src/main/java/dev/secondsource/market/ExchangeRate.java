package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What one unit of a currency was worth in another on a day.
 *
 * @param from ISO 4217
 * @param to another than {@code from}
 * @param rate units of {@code to} for one of {@code from}, above 0
 * @param evidence with the day of the rate
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, Evidence evidence) {
    /** Names a rate for people: {@code EUR/USD}. */
    public String pair() {
        return from.getCurrencyCode() + "/" + to.getCurrencyCode();
    }
}
