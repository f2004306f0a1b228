package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.market.Market;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketRatesTest {
    private static final String GOOD = "from,to,rate,date,date_basis,source,grade\nEUR,USD,1.25,2026-06-01,on,a bank,E1\nEUR,JPY,200,2026-06-02,,a bank,E2\n";

    @TempDir
    private Path folder;

    @Test
    void readsRatesAndSeesNoneBeforeItsDay() {
        Market market = new SampleMarket(folder).file("rates.csv", GOOD).read().orThrow();

        assertThat(market.rates()).extracting(ExchangeRate::pair).containsExactly("EUR/JPY", "EUR/USD");
        assertThat(market.rates().get(0).evidence().grade()).isEqualTo(Grade.E2);
        assertThat(market.visibleAt(LocalDate.of(2026, 6, 1)).rates()).extracting(ExchangeRate::pair).containsExactly("EUR/USD");
    }

    @Test
    void aMarketMayHaveNone() {
        assertThat(new SampleMarket(folder).without("rates.csv").read().orThrow().rates()).isEmpty();
    }

    @Test
    void theRatesAreInTheFingerprint() {
        Market none = new SampleMarket(folder).read().orThrow();
        Market some = new SampleMarket(folder).file("rates.csv", GOOD).read().orThrow();

        assertThat(dev.secondsource.market.MarketDigest.of(some)).isNotEqualTo(dev.secondsource.market.MarketDigest.of(none));
    }

    @Test
    void theRatesThatShipAreTheLastOfEachQuarterForTheSameCurrencies() {
        Map<LocalDate, List<String>> pairs = MarketFiles.bundled().orThrow().rates().stream()
                .collect(Collectors.groupingBy(r -> r.evidence().date(), TreeMap::new, Collectors.mapping(ExchangeRate::pair, Collectors.toList())));

        assertThat(pairs).hasSizeGreaterThan(10).allSatisfy((day, quoted) -> assertThat(quoted).isEqualTo(pairs.values().iterator().next()).contains("EUR/USD", "EUR/GBP", "EUR/JPY", "EUR/ILS"));
        assertThat(pairs.keySet().stream().map(YearMonth::from).map(m -> m.getYear() + " " + (m.getMonthValue() + 2) / 3)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} becomes {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EUR,USD        | EUR,EUR        | 2 | is the currency of from
            EUR,USD        | ERU,USD        | 2 | "ERU" is not a currency
            1.25           | 0              | 2 | 0 is not above zero
            1.25           | ``             | 2 | is missing
            1.25           | 1,25           | 2 |
            a bank,E1      | ,E1            | 2 | is missing
            2026-06-01     | 2026-07-01     | 2 | is after the market's asOf
            EUR,JPY,200,2026-06-02 | USD,EUR,0.8,2026-06-01 | 3 | duplicate of line 2
            """)
    void tellsWhatIsWrongWithItsLine(String good, String bad, int line, String expected) {
        String text = GOOD.replace(good, bad == null ? "" : bad);

        assertThat(new SampleMarket(folder).file("rates.csv", text).read().problems()).extracting(Problem::toString)
                .anySatisfy(p -> assertThat(p).contains("rates.csv:" + line).contains(expected == null ? "" : expected));
    }
}
