package dev.secondsource.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.profile.Criterion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranking by fixed bounds, against the published method and against the one it was chosen over. */
class SpotisTest {
    private static final List<Bounds> BOUNDS = List.of(bounds("-5", "12"), bounds("10", "-6"), bounds("-8", "5"));
    private static final List<String> WEIGHTS = List.of("0.2", "0.3", "0.5");

    /**
     * Dezert, Tchamova, Han and Tacnet 2020, The SPOTIS rank reversal free method: bounds [-5, 12], [-6, 10], [-8, 5];
     * weights .2 .3 .5; more is better, less is better, more is better.
     */
    @ParameterizedTest
    @CsvSource({
        "10.5, -3.1, 1.7,  .1989",
        "-4.7, 0,    3.4,  .3705",
        "8.1,  .3,   1.3,  .3063",
        "3.2,  7.3,  -5.3, .7491",
    })
    void oneMinusTheScoreIsThePublishedDistance(String a, String b, String c, BigDecimal distance) {
        Score score = score(List.of(a, b, c));

        assertThat(BigDecimal.ONE.subtract(score.value())).isCloseTo(distance, within(new BigDecimal("0.00005")));
    }

    @Test
    void contributionsAddUpToTheScore() {
        Score score = score(List.of("3.2", "7.3", "-5.3"));

        BigDecimal sum = score.contributions().stream().map(Score.Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isCloseTo(score.value(), within(new BigDecimal("1e-12")));
    }

    @Test
    void valuesBeyondTheBoundsScoreAsTheBounds() {
        assertThat(bounds("0", "10").score(new BigDecimal("-3"))).isEqualByComparingTo("0");
        assertThat(bounds("0", "10").score(new BigDecimal("12"))).isEqualByComparingTo("1");
        assertThat(bounds("10", "0").score(new BigDecimal("12"))).isEqualByComparingTo("0");
        assertThat(bounds("10", "0").score(new BigDecimal("2.5"))).isEqualByComparingTo("0.75");
    }

    @Test
    void comparesByWhichEndIsBetter() {
        assertThat(bounds("0", "10").compare(new BigDecimal("2"), BigDecimal.ONE)).isPositive();
        assertThat(bounds("10", "0").compare(new BigDecimal("2"), BigDecimal.ONE)).isNegative();
        assertThat(bounds("10", "0").compare(new BigDecimal("2.0"), new BigDecimal("2"))).isZero();
    }

    @Test
    void boundsWithoutADistanceTellOnlyThatValueFromTheRest() {
        assertThat(bounds("1", "1.0").score(new BigDecimal("1.00"))).isEqualByComparingTo("1");
        assertThat(bounds("1", "1.0").score(new BigDecimal("2"))).isEqualByComparingTo("0");
    }

    /**
     * Opricovic and Tzeng 2004, Compromise solution by MCDM methods: three mountains by risk (less is better) and
     * altitude (more is better), equal weights. TOPSIS changes its winner with the normalisation; a dominated fourth
     * mountain moves the others' values under either.
     */
    @Test
    void theMethodItWasChosenOverChangesItsWinnerWithTheNormalisation() {
        double[][] mountains = {{1, 3000}, {2, 3750}, {5, 4500}};

        assertThat(topsis(mountains, true)).containsExactly(new double[] {.500, .617, .500}, within(.0005));
        assertThat(topsis(mountains, false)).containsExactly(new double[] {.762, .722, .238}, within(.0005));

        double[][] withADominatedOne = {{1, 3000}, {2, 3750}, {5, 4500}, {9, 2000}};
        assertThat(topsis(withADominatedOne, true)[0]).isNotCloseTo(.500, within(.05));
    }

    @Test
    void itsOwnScoresDoNotMoveWhenAnotherIsAdded() {
        List<Bounds> bounds = List.of(bounds("10", "0"), bounds("0", "5000"));
        List<BigDecimal> before = scores(bounds, List.of(List.of("1", "3000"), List.of("2", "3750"), List.of("5", "4500")));

        List<BigDecimal> after = scores(bounds, List.of(List.of("1", "3000"), List.of("2", "3750"), List.of("5", "4500"), List.of("9", "2000")));

        assertThat(after.subList(0, 3)).isEqualTo(before);
    }

    private static List<BigDecimal> scores(List<Bounds> bounds, List<List<String>> rows) {
        return rows.stream().map(row -> IntStream.range(0, row.size())
                .mapToObj(i -> bounds.get(i).score(new BigDecimal(row.get(i)))).reduce(BigDecimal.ZERO, BigDecimal::add)).toList();
    }

    private static Score score(List<String> row) {
        List<Score.Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            BigDecimal weight = new BigDecimal(WEIGHTS.get(i));
            BigDecimal measured = new BigDecimal(row.get(i));
            contributions.add(new Score.Contribution(Criterion.values()[i], weight, measured, "", weight.multiply(BOUNDS.get(i).score(measured))));
        }
        return Score.of(contributions);
    }

    /** Closeness to the ideal; first column less is better, second more, equal weights. */
    private static double[] topsis(double[][] rows, boolean minMax) {
        double[][] scaled = new double[rows.length][2];
        for (int column = 0; column < 2; column++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double squares = 0;
            for (double[] row : rows) {
                least = Math.min(least, row[column]);
                most = Math.max(most, row[column]);
                squares += row[column] * row[column];
            }
            for (int i = 0; i < rows.length; i++)
                scaled[i][column] = .5 * (minMax ? (rows[i][column] - least) / (most - least) : rows[i][column] / Math.sqrt(squares));
        }
        double[] ideal = {end(scaled, 0, false), end(scaled, 1, true)};
        double[] worst = {end(scaled, 0, true), end(scaled, 1, false)};
        double[] closeness = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double toIdeal = Math.hypot(scaled[i][0] - ideal[0], scaled[i][1] - ideal[1]);
            double toWorst = Math.hypot(scaled[i][0] - worst[0], scaled[i][1] - worst[1]);
            closeness[i] = toWorst / (toIdeal + toWorst);
        }
        return closeness;
    }

    private static double end(double[][] rows, int column, boolean most) {
        double end = rows[0][column];
        for (double[] row : rows) end = most ? Math.max(end, row[column]) : Math.min(end, row[column]);
        return end;
    }

    private static Bounds bounds(String worst, String best) {
        return new Bounds(new BigDecimal(worst), new BigDecimal(best));
    }
}
