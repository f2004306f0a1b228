package dev.secondsource.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @ParameterizedTest(name = "{0} {1} reads {2}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = true, value = {
        "0.28,        SHARE,        28 %",
        "0.285,       SHARE,        28.5 %",
        "0.28549,     SHARE,        28.5 %",
        "-0.4,        SHARE,        -40 %",
        "12.5,        SHARE,        1 250 %",
        "0,           SHARE,        0 %",
        "-0.00001,    SHARE,        0 %",
        "0.72,        RATIO,        0.72",
        "0.72349,     RATIO,        0.723",
        "0.7235,      RATIO,        0.724",
        "0.7245,      RATIO,        0.724",
        "1,           RATIO,        1",
        "12345.6789,  RATIO,        12 345.679",
        "1,           DAYS,         1 day",
        "1.0,         DAYS,         1 day",
        "-1,          DAYS,         -1 days",
        "0,           DAYS,         0 days",
        "1234,        DAYS,         1 234 days",
        "2.25,        MONTHS,       2.2 months",
        "1,           WEEKS,        1 week",
        "1.5,         YEARS,        1.5 years",
        "2,           QUARTERS,     2 quarters",
        "8556.4,      HOURS,        8 556 h",
        "3.456,       MILLISECONDS, 3.46 ms",
        "-3.456,      MILLISECONDS, -3.46 ms",
        "1534.7,      MILLISECONDS, 1 535 ms",
        "129.13,      GIB,          129.1 GiB",
        "132,         KILOWATT,     132 kW",
        "2910.4,      POINTS,       2 910 points",
        "0.123456,    PLAIN,        0.1235",
        "1000000,     PLAIN,        1 000 000",
    })
    void printsANumberWithItsUnit(BigDecimal number, Meaning.Unit unit, String expected) {
        assertThat(Sentence.print(number, unit, "USD")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1234.5,     1 234 USD",
        "1235.5,     1 236 USD",
        "999.999,    1 000.00 USD",
        "98.325,     98.32 USD",
        "98.3,       98.30 USD",
        "0.1,        0.10 USD",
        "0.012345,   0.0123 USD",
        "0.00001,    0.00001 USD",
        "0,          0.00 USD",
        "-1234567,   -1 234 567 USD",
        "-0.5,       -0.50 USD",
    })
    void printsMoneyAsFineAsItIsSmall(BigDecimal amount, String expected) {
        assertThat(Sentence.print(amount, Meaning.Unit.MONEY, "USD")).isEqualTo(expected);
    }

    @Test
    void leavesTheCurrencyOutWhereThereIsNone() {
        assertThat(Sentence.print(BigDecimal.TEN, Meaning.Unit.MONEY, "")).isEqualTo("10.00");
    }

    @Test
    void printsTextListsFlagsAndWordsOfTheProgram() {
        assertThat(Sentence.print("FP8 on Trn2_x", Meaning.Unit.PLAIN, "")).isEqualTo("FP8 on Trn2_x");
        assertThat(Sentence.print(List.of("iso27001", "c5"), Meaning.Unit.PLAIN, "")).isEqualTo("iso27001, c5");
        assertThat(Sentence.print(List.of(), Meaning.Unit.PLAIN, "")).isEmpty();
        assertThat(Sentence.print(true, Meaning.Unit.PLAIN, "")).isEqualTo("yes");
        assertThat(Sentence.print(false, Meaning.Unit.PLAIN, "")).isEqualTo("no");
        assertThat(Sentence.print(WorkloadKind.ONLINE_SERVING, Meaning.Unit.PLAIN, "")).isEqualTo("online serving");
        assertThat(Sentence.print(36, Meaning.Unit.MONTHS, "")).isEqualTo("36 months");
    }

    @Test
    void putsEveryValueInItsPlace() {
        String sentence = Sentence.fill("{rho} of {rho} is at most {bar}, not {other}.", Map.of("rho", "0.72", "bar", "0.9"));

        assertThat(sentence).isEqualTo("0.72 of 0.72 is at most 0.9, not {other}.");
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        Map<String, String> printed = new LinkedHashMap<>();
        printed.put("name", "{share} Ltd");
        printed.put("share", "28 %");

        assertThat(Sentence.fill("{name} has {share}.", printed)).isEqualTo("{share} Ltd has 28 %.");
    }

    @ParameterizedTest
    @CsvSource({"share, SHARE", "ratio, RATIO", "days, DAYS", "months, MONTHS", "weeks, WEEKS", "years, YEARS", "quarters, QUARTERS", "hours, HOURS",
        "points, POINTS", "accelerators, PLAIN"})
    void knowsTheUnitsOfThePolicyFile(String name, Meaning.Unit unit) {
        assertThat(Sentence.unit(name)).isEqualTo(unit);
    }
}
