package dev.secondsource.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of offers.csv as it stands before an import.
 *
 * @param line 1-based line it begins on
 * @param price an hour for the whole unit
 * @param currency ISO 4217
 * @param date the day the price is of
 * @param source where it is from, with its grade
 */
public record Standing(int line, BigDecimal price, String currency, LocalDate date, String source) {}
