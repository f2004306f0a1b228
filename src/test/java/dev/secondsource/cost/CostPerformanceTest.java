package dev.secondsource.cost;

import static dev.secondsource.cost.CostPerformance.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example "40 % cheaper, 20 % slower" and its closed forms. */
class CostPerformanceTest {
    private static final BigDecimal D = decimal("0.40");
    private static final BigDecimal L = decimal("0.20");

    @Test
    void makesTheChallengerCheaperUnderBothReadings() {
        assertThat(rho(D, L)).isEqualByComparingTo("0.72");
        assertThat(rhoIfSlower(D, L)).isEqualByComparingTo("0.75");
    }

    @Test
    void derivesTheGapsFromPricesAndThroughputs() {
        assertThat(advantage(decimal("6"), decimal("10"))).isEqualByComparingTo("0.4");
        assertThat(lead(decimal("120"), decimal("100"))).isEqualByComparingTo("0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10", "0.05, 4.76, 14.3", "0.10, 9.09, 18.18", "0.20, 16.67, 25", "0.30, 23.08, 30.77",
        "0.40, 28.57, 35.7", "0.50, 33.33, 40", "0.6667, 40, 46", "1, 50, 55"
    })
    void needsTheAdvantageOfTheBreakEvenCurve(String lead, double breakEven, double withMargin) {
        assertThat(breakEvenAdvantage(decimal(lead)).doubleValue() * 100).isCloseTo(breakEven, within(0.005));
        assertThat(advantageForMargin(decimal(lead), decimal("0.10")).doubleValue() * 100)
                .isCloseTo(withMargin, within(0.05));
    }

    @Test
    void breaksEvenAtTheClosedForms() {
        assertThat(breakEvenLead(D).doubleValue()).isCloseTo(0.667, within(0.0005));
        assertThat(breakEvenShare(D, L).doubleValue()).isCloseTo(0.4167, within(0.00005));
        assertThat(breakEvenEfficiency(D, L)).isEqualByComparingTo("0.72");
        assertThat(breakEvenElasticity(D, L).doubleValue()).isCloseTo(2.8018, within(0.00005));
        assertThat(breakEvenElasticity(decimal("0.3"), L).doubleValue()).isCloseTo(1.96, within(0.005));
        assertThat(breakEvenElasticity(decimal("0.2"), L).doubleValue()).isCloseTo(1.22, within(0.005));
        assertThat(breakEvenElasticityIfSlower(D, L).doubleValue()).isCloseTo(2.29, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 0.864", "0.5, 0.96", "0.4, 1.008"})
    void losesWhatTheDiscountDoesNotReach(String phi, String expected) {
        assertThat(rhoOfShare(D, L, decimal(phi))).isEqualByComparingTo(expected);
    }

    @Test
    void worsensWithPoorScaling() {
        assertThat(rhoFull(D, L, BigDecimal.ONE, decimal("0.72"))).isEqualByComparingTo("1");
    }

    @Test
    void readsAPricePerformanceClaimWithoutApplyingTheGapAgain() {
        assertThat(rhoOfPricePerformance(decimal("0.30")).doubleValue() - 1).isCloseTo(-0.231, within(0.0005));
        assertThat(rhoOfPricePerformance(decimal("0.40")).doubleValue() - 1).isCloseTo(-0.286, within(0.0005));
    }

    @Test
    void believesThreeQuartersOfAVendor() {
        BigDecimal believed = haircut(D, decimal("0.75"));

        assertThat(believed).isEqualByComparingTo("0.30");
        assertThat(rho(believed, L)).isEqualByComparingTo("0.84");
        assertThat(rhoOfShare(believed, L, decimal("0.7"))).isEqualByComparingTo("0.948");
        assertThat(haircut(decimal("-0.1"), decimal("0.75"))).isEqualByComparingTo("-0.1");
    }

    @Test
    void paysForPorting() {
        BigDecimal spend = decimal("10000000");

        assertThat(affordablePorting(spend, decimal("3"), decimal("0.72"))).isEqualByComparingTo("8400000");
        assertThat(payBackYears(decimal("2000000"), spend, decimal("0.72")).doubleValue()).isCloseTo(0.714, within(0.0005));
        assertThat(netSaving(spend, decimal("3"), decimal("0.72"), decimal("2000000"), decimal("4"), decimal("500000"),
                        decimal("1000000")))
                .isEqualByComparingTo("3400000");
    }

    @Test
    void hasNoAnswerWhereNothingIsToBeGained() {
        assertThatThrownBy(() -> payBackYears(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> breakEvenElasticity(D, BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> breakEvenShare(BigDecimal.ZERO, L)).isInstanceOf(ArithmeticException.class);
    }

    /** At (.40, .20) the challenger's price may rise 38.9 % to break-even and 25.0 % before a margin of 10 % stops the rule. */
    @Test
    void agreesWithBisectionOnTheFlipPoints() {
        double ratio = 0.6;
        double toBreakEven = bisect(rise -> rho(dearer(ratio, rise), L).doubleValue() - 1);
        double toMargin = bisect(rise -> rho(dearer(ratio, rise), L).doubleValue() - 0.9);
        double lead = bisect(l -> rho(D, decimal(l)).doubleValue() - 1);
        double phi = bisect(share -> 1 - rhoOfShare(D, L, decimal(share)).doubleValue());
        double eta = bisect(efficiency -> 1 - rhoFull(D, L, BigDecimal.ONE, decimal(Math.max(efficiency, 1e-6))).doubleValue());

        assertThat(toBreakEven).isCloseTo(0.389, within(0.0005));
        assertThat(toMargin).isCloseTo(0.25, within(1e-6));
        assertThat(priceRiseTo(BigDecimal.ONE, rho(D, L)).doubleValue()).isCloseTo(toBreakEven, within(1e-6));
        assertThat(priceRiseTo(decimal("0.9"), rho(D, L)).doubleValue()).isCloseTo(toMargin, within(1e-6));
        assertThat(breakEvenLead(D).doubleValue()).isCloseTo(lead, within(1e-6));
        assertThat(breakEvenShare(D, L).doubleValue()).isCloseTo(phi, within(1e-6));
        assertThat(breakEvenEfficiency(D, L).doubleValue()).isCloseTo(eta, within(1e-6));
    }

    private static BigDecimal dearer(double ratio, double rise) {
        return decimal(1 - ratio * (1 + rise));
    }

    /** Root of a rising function on [0, 1]. */
    private static double bisect(DoubleUnaryOperator f) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) < 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    @Property
    void rhoFallsWithTheAdvantageAndRisesWithTheLead(
            @ForAll @IntRange(min = 0, max = 98) int d, @ForAll @IntRange(min = 0, max = 300) int l) {
        BigDecimal rho = rho(percent(d), percent(l));

        assertThat(rho(percent(d + 1), percent(l))).isLessThan(rho);
        assertThat(rho(percent(d), percent(l + 1))).isGreaterThan(rho);
    }

    @Property
    void breakEvenFormsInvertRho(@ForAll @IntRange(min = 1, max = 99) int d, @ForAll @IntRange(min = 1, max = 300) int l) {
        assertThat(rho(breakEvenAdvantage(percent(l)), percent(l)).doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(rho(percent(d), breakEvenLead(percent(d))).doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(rhoOfShare(percent(d), percent(l), breakEvenShare(percent(d), percent(l))).doubleValue())
                .isCloseTo(1, within(1e-9));
    }

    private static BigDecimal percent(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
