package dev.secondsource.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency. Amounts keep eight decimals, enough for a price per accelerator-hour or per thousand
 * tokens; {@link #toCents()} is what a person pays.
 *
 * @param amount exact decimal, scale 8; may be negative (a credit)
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final int SCALE = 8;
    public static final Currency USD = Currency.getInstance("USD");

    public Money {
        amount = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ: conversion is a dated fact, never an accident */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** @throws ArithmeticException if the divisor is zero */
    public Money dividedBy(BigDecimal divisor) {
        return new Money(amount.divide(divisor, SCALE, RoundingMode.HALF_EVEN), currency);
    }

    /** This amount over another of the same currency, at {@link Decimals#PRECISION}. */
    public BigDecimal ratioTo(Money other) {
        return Decimals.divide(amount, sameCurrency(other).amount);
    }

    /** Rounded to the currency's own smallest unit, half to even. */
    public Money toCents() {
        return new Money(amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_EVEN), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** For example {@code 98.32 USD}: plain digits without trailing zeros, at least two decimals. */
    @Override
    public String toString() {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency))
            throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
        return other;
    }
}
