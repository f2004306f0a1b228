package dev.secondsource.sensitivity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the value nearest to what is now at which something is otherwise. Between two values that are looked at it is
 * taken to change once, as it does where improving an input never worsens the outcome.
 */
final class Bisection {
    /** How far between now and the end it looks first, nearest first. */
    private static final List<BigDecimal> LOOKED_AT = List.of(new BigDecimal("0.125"), new BigDecimal("0.25"), new BigDecimal("0.5"), BigDecimal.ONE);
    private static final int PLACES = 12;

    private Bisection() {}

    /**
     * Where something becomes otherwise.
     *
     * @param same last value looked at where it is as now
     * @param other first value looked at where it is otherwise
     */
    record Crossing(BigDecimal same, BigDecimal other) {}

    /**
     * @param tolerance how near the two values must be, as a share of the way to the end
     * @param otherwise tells of a value whether it is otherwise; it is not at {@code now}
     * @return empty if it is as now at the end and half way there
     */
    static Optional<Crossing> search(BigDecimal now, BigDecimal end, BigDecimal tolerance, Predicate<BigDecimal> otherwise) {
        BigDecimal way = end.subtract(now);
        if (way.signum() == 0) return Optional.empty();
        if (!otherwise.test(end) && !otherwise.test(along(now, way, LOOKED_AT.get(2)))) return Optional.empty();
        BigDecimal same = now;
        BigDecimal other = end;
        for (BigDecimal part : LOOKED_AT) {
            BigDecimal value = along(now, way, part);
            if (otherwise.test(value)) {
                other = value;
                break;
            }
            same = value;
        }
        BigDecimal close = way.abs().multiply(tolerance);
        while (other.subtract(same).abs().compareTo(close) > 0) {
            BigDecimal middle = same.add(other).divide(BigDecimal.valueOf(2), PLACES, RoundingMode.HALF_EVEN);
            if (otherwise.test(middle)) other = middle;
            else same = middle;
        }
        return Optional.of(new Crossing(same, other));
    }

    private static BigDecimal along(BigDecimal now, BigDecimal way, BigDecimal part) {
        return now.add(way.multiply(part));
    }
}
