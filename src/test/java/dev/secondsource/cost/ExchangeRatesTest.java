package dev.secondsource.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRatesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency USD = Money.USD;
    private static final Money HUNDRED = Money.usd("100");

    @Test
    void readsARateBothWays() {
        ExchangeRates rates = rates(rate("EUR", "USD", "1.25", DAY));

        assertThat(rates.convert(Money.of(new BigDecimal(100), EUR), USD)).isEqualTo(Money.usd("125"));
        assertThat(rates.convert(HUNDRED, EUR)).isEqualTo(Money.of(new BigDecimal(80), EUR));
    }

    @Test
    void takesTheNewestThatIsNotLater() {
        ExchangeRates rates = rates(rate("EUR", "USD", "1.10", DAY.minusDays(2)), rate("EUR", "USD", "1.25", DAY), rate("EUR", "USD", "2", DAY.plusDays(1)), rate("USD", "EUR", "0.5", DAY.minusDays(1)));

        assertThat(rates.convert(HUNDRED, EUR)).isEqualTo(Money.of(new BigDecimal(80), EUR));
    }

    @Test
    void goesThroughOneCommonCurrency() {
        Conversion conversion = rates(rate("EUR", "USD", "1.25", DAY), rate("EUR", "JPY", "200", DAY.minusDays(1))).between(USD, JPY);

        assertThat(conversion.of(HUNDRED)).isEqualTo(Money.of(new BigDecimal(16000), JPY));
        assertThat(conversion.rate()).isEqualByComparingTo("160");
        assertThat(conversion.words()).isEqualTo("1 EUR = 1.25 USD of 2026-10-31 and 1 EUR = 200 JPY of 2026-10-30");
        assertThat(conversion.evidence()).hasSize(2);
    }

    @Test
    void doesNotGoThroughTwo() {
        ExchangeRates rates = rates(rate("USD", "CAD", "1.4", DAY), rate("CAD", "AUD", "1.1", DAY), rate("AUD", "JPY", "100", DAY));

        assertThat(rates.convert(HUNDRED, JPY)).isNull();
    }

    @Test
    void aMissingRateIsNamed() {
        assertThat(rates().convert(HUNDRED, JPY)).isNull();
        assertThat(rates().missing(HUNDRED, JPY)).isEqualTo("exchange rate USD/JPY on 2026-10-31 (rates.csv of the market)");
    }

    @ParameterizedTest
    @CsvSource({"90, E1", "91, E2", "365, E2"})
    void anOldRateIsWorthAGradeLess(int days, Grade grade) {
        assertThat(rates(rate("USD", "JPY", "150", DAY.minusDays(days))).between(USD, JPY).evidence()).extracting(Evidence::grade).containsExactly(grade);
    }

    @Test
    void aVeryOldRateIsNotKnownAnyMoreAndTold() {
        ExchangeRates rates = rates(rate("USD", "JPY", "150", DAY.minusDays(366)));

        assertThat(rates.convert(HUNDRED, JPY)).isNull();
        assertThat(rates.missing(HUNDRED, JPY)).endsWith("; the newest on file is of 2025-10-30");
    }

    @Test
    void aRateThroughAnotherCurrencyIsAsOldAsItsOlderLeg() {
        ExchangeRates rates = rates(rate("EUR", "USD", "1.25", DAY), rate("EUR", "JPY", "200", DAY.minusDays(91)));

        assertThat(rates.between(USD, JPY)).returns(DAY.minusDays(91), Conversion::day).returns(EUR, Conversion::through);
        assertThat(rates.between(USD, JPY).evidence()).extracting(Evidence::grade).containsExactly(Grade.E1, Grade.E2);
        assertThat(rates.between(USD, EUR)).returns(DAY, Conversion::day).returns(null, Conversion::through);
    }

    @Test
    void withoutOneLegNothingIsKnownAndItIsToldWhatThereWas() {
        ExchangeRates rates = rates(rate("EUR", "USD", "1.25", DAY), rate("EUR", "JPY", "200", DAY.minusDays(366)));

        assertThat(rates.convert(HUNDRED, JPY)).isNull();
        assertThat(rates.missing(HUNDRED, JPY)).endsWith("; the newest on file is of 2025-10-30");
    }

    @Test
    void thePlanningRateStandsInWhereThereIsNoRow() {
        Conversion planned = new ExchangeRates(policy("1.10", null), List.of(), DAY).between(EUR, USD);
        Conversion dated = new ExchangeRates(policy("1.10", null), List.of(rate("EUR", "USD", "1.25", DAY)), DAY).between(EUR, USD);

        assertThat(planned.rate()).isEqualByComparingTo("1.10");
        assertThat(planned.evidence()).extracting(Evidence::grade).containsExactly(Grade.E3);
        assertThat(dated.rate()).isEqualByComparingTo("1.25");
    }

    @Test
    void theBuyersOwnRateComesBeforeAnyRow() {
        Conversion own = new ExchangeRates(policy("1.20", "1.10"), List.of(rate("EUR", "USD", "1.25", DAY)), DAY).between(EUR, USD);

        assertThat(own.rate()).isEqualByComparingTo("1.20");
        assertThat(own.evidence()).extracting(Evidence::grade).containsExactly(Grade.E1);
    }

    private static ExchangeRates rates(ExchangeRate... rates) {
        return new ExchangeRates(new Policy("test", "default", new TreeMap<>(java.util.Map.of("cpf.spot-price-days", value("cpf.spot-price-days", "90", null),
                "cpf.price-days", value("cpf.price-days", "365", null)))), List.of(rates), DAY);
    }

    private static Policy policy(String usdPerEur, @Nullable String replaced) {
        return new Policy("test", "default", new TreeMap<>(java.util.Map.of("cpf.spot-price-days", value("cpf.spot-price-days", "90", null),
                "cpf.price-days", value("cpf.price-days", "365", null), "cost.usd-per-eur", value("cost.usd-per-eur", usdPerEur, replaced))));
    }

    private static PolicyValue value(String key, String number, @Nullable String replaced) {
        return new PolicyValue(key, new BigDecimal(number), "", "", Tag.JUDGEMENT, "test", LocalDate.of(2020, 1, 1), replaced == null ? null : new BigDecimal(replaced));
    }

    private static ExchangeRate rate(String from, String to, String rate, LocalDate day) {
        return new ExchangeRate(Currency.getInstance(from), Currency.getInstance(to), new BigDecimal(rate), new Evidence("exchange rate " + from + "/" + to, "test", Grade.E1, day));
    }
}
