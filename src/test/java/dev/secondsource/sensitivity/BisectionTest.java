package dev.secondsource.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.sensitivity.Bisection.Crossing;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    @ParameterizedTest
    @ValueSource(strings = {"1.000001", "1.03", "1.125", "1.249999", "1.389", "1.5"})
    void findsTheStepWhereverItLies(String step) {
        Crossing found = search("1", "1.5", value -> value.compareTo(new BigDecimal(step)) >= 0).orElseThrow();

        assertThat(found.same()).isLessThan(new BigDecimal(step));
        assertThat(found.other()).isGreaterThanOrEqualTo(new BigDecimal(step));
        assertThat(found.other().subtract(found.same())).isLessThan(MILLIONTH);
    }

    @Test
    void goesDownAsWellAsUp() {
        Crossing found = search("1", "0.5", value -> value.compareTo(new BigDecimal("0.72")) <= 0).orElseThrow();

        assertThat(found.other()).isCloseTo(new BigDecimal("0.72"), org.assertj.core.data.Offset.offset(MILLIONTH)).isLessThanOrEqualTo(new BigDecimal("0.72"));
        assertThat(found.same()).isGreaterThan(new BigDecimal("0.72"));
    }

    @Test
    void findsNothingWhereNothingChanges() {
        AtomicInteger asked = new AtomicInteger();

        Optional<Crossing> found = search("1", "1.5", value -> asked.incrementAndGet() < 0);

        assertThat(found).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void findsTheNearerOfTwoSteps() {
        Crossing found = search("0", "1", value -> value.doubleValue() > 0.1 && value.doubleValue() < 0.3 || value.doubleValue() > 0.6).orElseThrow();

        assertThat(found.other()).isCloseTo(new BigDecimal("0.1"), org.assertj.core.data.Offset.offset(MILLIONTH));
    }

    @Test
    void hasNowhereToLookInARangeWithoutLength() {
        assertThat(search("1", "1", value -> true)).isEmpty();
    }

    private static Optional<Crossing> search(String now, String end, Predicate<BigDecimal> otherwise) {
        return Bisection.search(new BigDecimal(now), new BigDecimal(end), MILLIONTH, otherwise);
    }
}
