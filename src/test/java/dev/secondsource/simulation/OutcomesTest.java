package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.profile.Quantiles;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final BigDecimal HARDLY = new BigDecimal("1e-9");

    @Test
    void goesThroughTheThreeQuantilesThatWereStated() {
        Quantiles skewed = quantiles("20", "30", "90");

        assertThat(Outcomes.factor(skewed, 0.1)).isCloseTo(new BigDecimal("0.666666666667"), within(HARDLY));
        assertThat(Outcomes.factor(skewed, 0.5)).isCloseTo(BigDecimal.ONE, within(HARDLY));
        assertThat(Outcomes.factor(skewed, 0.9)).isCloseTo(new BigDecimal("3"), within(HARDLY));
    }

    /** Of a lognormal, two tenths on either side are as far apart in ratio: z(0.9) = 1.2816, z(0.975) = 1.96. */
    @Test
    void isTheLognormalWhereBothSidesAreAsWide() {
        double sigma = Math.log(2) / 1.2815515655446004;

        assertThat(Outcomes.factor(quantiles("5", "10", "20"), 0.975).doubleValue()).isCloseTo(Math.exp(1.959963984540054 * sigma), within(1e-6));
        assertThat(Outcomes.factor(quantiles("5", "10", "20"), 0.025).doubleValue()).isCloseTo(Math.exp(-1.959963984540054 * sigma), within(1e-6));
    }

    @Test
    void isWhatItIsOnASideThatIsCertain() {
        assertThat(Outcomes.factor(quantiles("10", "10", "20"), 0.01)).isEqualByComparingTo("1");
        assertThat(Outcomes.factor(quantiles("10", "10", "10"), 0.99)).isEqualByComparingTo("1");
    }

    /** A lowest tenth of nothing counts as a hundredth of the median. */
    @Test
    void isNeverNothing() {
        assertThat(Outcomes.factor(quantiles("0", "10", "20"), 0.1)).isCloseTo(new BigDecimal("0.01"), within(HARDLY));
        assertThat(Outcomes.factor(quantiles("0", "10", "20"), 0.0001)).isPositive();
    }

    private static Quantiles quantiles(String p10, String p50, String p90) {
        return new Quantiles(new BigDecimal(p10), new BigDecimal(p50), new BigDecimal(p90));
    }
}
