package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final BigDecimal HARDLY = new BigDecimal("1e-9");

    /** Triangular from a over c to b: P(X ≤ c) = (c − a) ÷ (b − a), and the median of the longer side is b − √((b − a)(b − c) ÷ 2). */
    @Test
    void isTriangularWithItsPeakAtWhatIsAssumed() {
        Spread spread = new Spread(new BigDecimal("0.6"), new BigDecimal("2"));

        assertThat(spread.quantile(0.4 / 1.4)).isCloseTo(BigDecimal.ONE, within(HARDLY));
        assertThat(spread.quantile(0.5).doubleValue()).isCloseTo(2 - Math.sqrt(1.4 * 1 / 2), within(1e-9));
        assertThat(spread.quantile(1e-12)).isCloseTo(new BigDecimal("0.6"), within(new BigDecimal("1e-5")));
        assertThat(spread.quantile(1 - 1e-12)).isCloseTo(new BigDecimal("2"), within(new BigDecimal("1e-5")));
    }

    @Test
    void goesOneWayOnlyIfTheOtherEndIsWhatIsAssumed() {
        Spread upwards = new Spread(BigDecimal.ONE, new BigDecimal("1.5"));

        assertThat(upwards.quantile(0.001)).isGreaterThan(BigDecimal.ONE);
        assertThat(upwards.quantile(0.999)).isLessThan(new BigDecimal("1.5"));
    }

    @Test
    void isExactlyOneIfItHasNoWidth() {
        assertThat(Spread.NONE.quantile(0.001)).isSameAs(BigDecimal.ONE);
    }

    @Test
    void spansWhatIsAssumed() {
        assertThatThrownBy(() -> new Spread(new BigDecimal("1.1"), new BigDecimal("2"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spread(new BigDecimal("-0.1"), new BigDecimal("2"))).isInstanceOf(IllegalArgumentException.class);
    }
}
