package dev.secondsource.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {

    @ParameterizedTest(name = "{1}: {0} -> {2}")
    @CsvSource({
        "30 30 20 20,     US DOJ and FTC Merger Guidelines 2023 guideline 1, 2600, ",
        "40 30 20 10,     sum of squares,                                    3000, ",
        "80 20,           practice of dual sourcing,                         6800, 1.47",
        "70 30,           practice of dual sourcing,                         5800, 1.72",
        "50 30 20,        sum of squares,                                    3800, 2.63",
        "62 21 17,        HBM market Q2 2025 by Counterpoint,                4574, 2.19",
        "100,             one supplier,                                      10000, 1.00",
    })
    void isThePublishedIndex(String percent, String source, String hhi, BigDecimal effective) {
        List<BigDecimal> shares = shares(percent, "100");

        assertThat(Concentration.hhi(shares)).isEqualByComparingTo(hhi);
        if (effective != null) assertThat(Concentration.effectiveNumber(shares)).isCloseTo(effective, within(new BigDecimal("0.005")));
    }

    /** OpenAI's announced gigawatts by designer, 2025 and 2026: NVIDIA 10, AMD 6, Broadcom 10, Cerebras .75, AWS 2. */
    @Test
    void isTheIndexOfTheAnnouncedGigawatts() {
        List<BigDecimal> shares = shares("10 6 10 .75 2", "28.75");

        assertThat(Concentration.hhi(shares)).isCloseTo(new BigDecimal("2910.4"), within(new BigDecimal("0.05")));
        assertThat(Concentration.effectiveNumber(shares)).isCloseTo(new BigDecimal("3.436"), within(new BigDecimal("0.0005")));
    }

    @Test
    void aMergerOfTwoSharesRaisesItByTwiceTheirProduct() {
        BigDecimal apart = Concentration.hhi(shares("40 30 20 10", "100"));
        BigDecimal merged = Concentration.hhi(shares("40 50 10", "100"));

        assertThat(merged.subtract(apart)).isEqualByComparingTo(new BigDecimal("1200"));
    }

    @Test
    void movingAPartToTheLeaderConcentratesAndToANewcomerEases() {
        Map<String, BigDecimal> shares = Map.of("nvidia", new BigDecimal("0.8"), "amd", new BigDecimal("0.2"));
        BigDecimal tenth = new BigDecimal("0.1");

        assertThat(Concentration.change(shares, "nvidia", tenth)).isEqualByComparingTo("248"); // .82 and .18: 7048 after 6800
        assertThat(Concentration.change(shares, "aws", tenth)).isEqualByComparingTo("-1192"); // .72, .18 and .1: 5608
        assertThat(Concentration.change(shares, "aws", BigDecimal.ZERO)).isEqualByComparingTo("0");
    }

    /** Why the band is told as borrowed and judges nobody. */
    @Test
    void fiveEqualSuppliersAreAboveTheBandOfMergerReviewAndSixAreNot() {
        assertThat(Concentration.hhi(shares("1 1 1 1 1", "5"))).isEqualByComparingTo("2000").isGreaterThan(Concentration.MERGER_BAND);
        assertThat(Concentration.hhi(shares("1 1 1 1 1 1", "6"))).isLessThan(Concentration.MERGER_BAND);
    }

    @Test
    void hasNoEffectiveNumberOfNothing() {
        assertThatThrownBy(() -> Concentration.effectiveNumber(List.of())).isInstanceOf(ArithmeticException.class);
    }

    private static List<BigDecimal> shares(String parts, String whole) {
        return Arrays.stream(parts.split(" ")).map(p -> new BigDecimal(p).divide(new BigDecimal(whole), new java.math.MathContext(16))).toList();
    }
}
