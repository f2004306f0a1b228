package dev.secondsource.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Newcombe 1998, Two-sided confidence intervals for the single proportion, Table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, .2553, .3662",
        "15, 148, .0624, .1605",
        "0,  20,  .0000, .1611",
        "1,  29,  .0061, .1718",
    })
    void hasTheIntervalThatIsPublished(int count, int of, BigDecimal low, BigDecimal high) {
        Proportion proportion = new Proportion(count, of);

        assertThat(proportion.low()).isCloseTo(low, within(new BigDecimal("0.00005")));
        assertThat(proportion.high()).isCloseTo(high, within(new BigDecimal("0.00005")));
    }

    @Test
    void endsAtTheEndsOfWhatIsPossible() {
        assertThat(new Proportion(0, 7).low()).isEqualByComparingTo("0");
        assertThat(new Proportion(7, 7).high()).isEqualByComparingTo("1");
        assertThat(new Proportion(7, 7).low()).isEqualByComparingTo(BigDecimal.ONE.subtract(new Proportion(0, 7).high()));
    }

    @Test
    void isNotAboutNothing() {
        assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
