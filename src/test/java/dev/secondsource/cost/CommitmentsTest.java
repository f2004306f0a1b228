package dev.secondsource.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.profile.Quantiles;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentsTest {
    /** N(100, 30) by its quantiles. */
    private static final Quantiles DEMAND =
            new Quantiles(decimal("61.5534530336"), decimal("100"), decimal("138.4465469664"));

    @ParameterizedTest
    @CsvSource({"0.37, 90.0", "0.55, 103.8", "0.72, 117.5"})
    void commitsToTheQuantileThatTheDiscountIs(String discount, double expected) {
        assertThat(Commitments.worthCommitting(decimal(discount), DEMAND).doubleValue()).isCloseTo(expected, within(0.06));
    }

    @Test
    void commitsToNothingWithoutADiscount() {
        assertThat(Commitments.worthCommitting(BigDecimal.ZERO, DEMAND)).isZero();
        assertThat(Commitments.worthCommitting(decimal("-0.1"), DEMAND)).isZero();
    }

    /** Snyder and Shen, Fundamentals of Supply Chain Theory, newsvendor example: h = .18, p = .7, N(50, 8). */
    @Test
    void solvesTheNewsvendorOfSnyderAndShen() {
        BigDecimal ratio = BigDecimal.valueOf(0.7 / (0.7 + 0.18));

        assertThat(Commitments.newsvendor(ratio, decimal("50"), decimal("8")).doubleValue()).isCloseTo(56.6040, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"0.37, 0.63", "0.55, 0.45", "0.66, 0.34", "0.72, 0.28"})
    void breaksEvenAtOneLessTheDiscount(String discount, String expected) {
        assertThat(Commitments.breakEvenUtilisation(decimal(discount))).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 3, 0.813", "0.3, 3, 0.73", "0.3, 5, 0.555", "0, 3, 1"})
    void averagesAFallingPrice(String decline, int years, double expected) {
        assertThat(Commitments.meanFuturePrice(decimal(decline), years).doubleValue()).isCloseTo(expected, within(0.0005));
    }

    @Test
    void paysWhileTheCommittedPriceIsBelowTheMeanPriceOfWhatIsUsed() {
        assertThat(Commitments.pays(decimal("0.37"), decimal("0.8"), decimal("0.2"), 3)).isTrue();
        assertThat(Commitments.pays(decimal("0.37"), decimal("0.7"), decimal("0.2"), 3)).isFalse();
        assertThat(Commitments.pays(decimal("0.37"), decimal("0.8"), decimal("0.3"), 3)).isFalse();
    }

    @Test
    void knowsHowLikelyACommitmentIsUnderused() {
        // 63 % of 100 is 37 below the mean: −1.2333 standard deviations.
        assertThat(Commitments.underuseProbability(DEMAND, decimal("100"), decimal("0.63")).doubleValue())
                .isCloseTo(0.1087, within(0.0001));
        Quantiles certain = new Quantiles(decimal("100"), decimal("100"), decimal("100"));
        assertThat(Commitments.underuseProbability(certain, decimal("100"), decimal("0.63"))).isZero();
        assertThat(Commitments.underuseProbability(certain, decimal("200"), decimal("0.63"))).isOne();
    }

    @Property
    void aLargerDiscountNeverCommitsToLess(@ForAll @IntRange(min = 1, max = 98) int hundredths) {
        BigDecimal less = BigDecimal.valueOf(hundredths, 2);
        BigDecimal more = BigDecimal.valueOf(hundredths + 1, 2);

        assertThat(Commitments.worthCommitting(more, DEMAND)).isGreaterThanOrEqualTo(Commitments.worthCommitting(less, DEMAND));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
