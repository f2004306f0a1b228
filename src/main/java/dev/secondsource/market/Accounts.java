package dev.secondsource.market;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a company's books said at the end of a period, all in one currency.
 *
 * @param workingCapital current assets less current liabilities
 * @param retainedEarnings what was earned and kept since the company began; below zero, what was lost
 * @param ebit earnings of twelve months before interest and taxes
 * @param bookEquity what belongs to the owners, by the books
 * @param totalAssets above zero
 * @param totalLiabilities above zero
 */
public record Accounts(
        Currency currency,
        BigDecimal workingCapital,
        BigDecimal retainedEarnings,
        BigDecimal ebit,
        BigDecimal bookEquity,
        BigDecimal totalAssets,
        BigDecimal totalLiabilities) {
    private static final BigDecimal LIQUID = new BigDecimal("6.56");
    private static final BigDecimal KEPT = new BigDecimal("3.26");
    private static final BigDecimal EARNED = new BigDecimal("6.72");
    private static final BigDecimal OWNED = new BigDecimal("1.05");

    /** Altman's Z″ for companies that do not manufacture, without the constant of 3.25 that some add. */
    public BigDecimal zDoublePrime() {
        return Decimals.plain(LIQUID.multiply(Decimals.divide(workingCapital, totalAssets))
                .add(KEPT.multiply(Decimals.divide(retainedEarnings, totalAssets)))
                .add(EARNED.multiply(Decimals.divide(ebit, totalAssets)))
                .add(OWNED.multiply(Decimals.divide(bookEquity, totalLiabilities))));
    }
}
