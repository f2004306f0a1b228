package dev.secondsource.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonCauseTest {
    /** One disruption of a month or more every 3.7 years: McKinsey Global Institute, 2020. */
    private static final BigDecimal P = new BigDecimal("0.236827");

    /** Beta-factor model; worked by hand. */
    @ParameterizedTest(name = "beta {0}: {1}")
    @CsvSource({"0, 0.0561", "0.1, 0.0680", "0.3, 0.0966", "0.5, 0.1308", "1, 0.2368"})
    void growsWithThePartThatTakesBoth(BigDecimal beta, BigDecimal both) {
        assertThat(CommonCause.bothFail(P, beta)).isCloseTo(both, within(new BigDecimal("0.00005")));
    }
}
