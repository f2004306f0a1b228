package dev.secondsource.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.quantity.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {
    /** $40 000 over 3 years is 13 333 a year, over 6 years 6 667. */
    @ParameterizedTest
    @CsvSource({"3, 13333", "6, 6667"})
    void writesOffInEqualPartsWithoutInterest(int years, double expected) {
        assertThat(40_000 * Ownership.yearlyShare(0, 0, years)).isCloseTo(expected, within(0.5));
    }

    @Test
    void repaysCapitalWithInterest() {
        // 8 % over 5 years: the annuity factor of every table.
        assertThat(Ownership.capitalRecovery(0.08, 5)).isCloseTo(0.250456, within(0.0000005));
    }

    @Test
    void creditsTheResidualAtItsPresentValue() {
        assertThat(Ownership.yearlyShare(0.2, 0.08, 5))
                .isCloseTo((1 - 0.2 / 1.469328) * 0.250456, within(0.000001));
    }

    @Test
    void carriesTheResidualOfThreeYearsToAnotherAge() {
        assertThat(Ownership.residualAt(0.2, 3)).isEqualTo(0.2);
        assertThat(Ownership.residualAt(0.2, 6)).isCloseTo(0.04, within(1e-12));
    }

    /** Lenovo Press LP2225, May 2025: $833 806 of capital and $0.87 an hour against $98.32 an hour rented. */
    @Test
    void breaksEvenWhereLenovoSays() {
        var hours = RentOrOwn.breakEvenHours(Money.usd("833806"), Money.usd("98.32"), Money.usd("0.87"));

        assertThat(hours.doubleValue()).isCloseTo(8556, within(0.5));
    }

    /** The same after AWS cut the price in June 2025 to $55.04: about 15 400 hours. */
    @Test
    void breaksEvenMuchLaterAfterThePriceCut() {
        var hours = RentOrOwn.breakEvenHours(Money.usd("833806"), Money.usd("55.04"), Money.usd("0.87"));

        assertThat(hours.doubleValue()).isCloseTo(15_400, within(50.0));
    }

    @Test
    void neverBreaksEvenBelowTheRunningCost() {
        assertThat(RentOrOwn.breakEvenHours(Money.usd("1"), Money.usd("0.87"), Money.usd("0.87"))).isNull();
    }
}
