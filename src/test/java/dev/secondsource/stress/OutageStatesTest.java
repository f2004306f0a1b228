package dev.secondsource.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.stress.OutageEvent.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageStatesTest {
    /** One disruption of a month or more every 3.7 years: McKinsey Global Institute, 2020. */
    private static final double P = 0.236827;
    private static final double TWO_MONTHS = 1 / 6.0;

    /** Two independent sources, no surge; the mean is always the same, and CVaR95 cannot see the second. */
    @ParameterizedTest(name = "{0}/{1}: {2}, {3}")
    @CsvSource({"1, 0, 0.070856, 0.166667", "0.8, 0.2, 0.058429, 0.152029", "0.65, 0.35, 0.052309, 0.141051", "0.5, 0.5, 0.050103, 0.130072"})
    void spreadsTheLossOfTwoIndependentSources(double first, double second, double deviation, double cvar90) {
        List<OutageEvent> events = OutageEvent.of(List.of("a", "b"), List.of(), P);

        LossDistribution unserved = unserved(OutageStates.enumerated(events), 0, first, second);

        assertThat(unserved.mean()).isCloseTo(0.039471, within(1e-6));
        assertThat(unserved.deviation()).isCloseTo(deviation, within(1e-6));
        assertThat(unserved.cvar(0.90)).isCloseTo(cvar90, within(1e-6));
        assertThat(unserved.cvar(0.95)).isCloseTo(0.166667, within(1e-6));
    }

    /** DIV-13: one cause takes both, or each fails by itself. */
    @ParameterizedTest(name = "beta {0}: {1}")
    @CsvSource({"0, 0.0561", "0.1, 0.0680", "0.3, 0.0966", "0.5, 0.1308", "1, 0.2368"})
    void failsTwoTogetherByTheStrongestCauseTheyShare(double beta, double both) {
        List<Group> groups = List.of(new Group("foundry", 0b11, beta), new Group("law", 0b11, beta / 2));

        OutageStates states = OutageStates.enumerated(OutageEvent.of(List.of("a", "b"), groups, P));

        assertThat(states.probabilities().get(0b11L)).isCloseTo(both, within(0.00005));
    }

    @Test
    void countsACauseWithinAnotherOnce() {
        List<Group> groups = List.of(new Group("law", 0b111, 0.3), new Group("cloud", 0b011, 0.5));

        List<OutageEvent> events = OutageEvent.of(List.of("a", "b", "c"), groups, P);

        assertThat(events).extracting(OutageEvent::name).containsExactly("law", "cloud", "a alone", "b alone", "c alone");
        double either = 1 - (1 - events.get(0).probability()) * (1 - events.get(1).probability());
        assertThat(either).isCloseTo(0.5 * P, within(1e-12));
        assertThat(events.get(4).probability()).isCloseTo(0.7 * P, within(1e-12));
    }

    @Test
    void drawsWhatEnumerationGivesWithinTheInterval() {
        int draws = 200_000;
        List<String> sources = List.of("a", "b", "c", "d", "e");
        List<OutageEvent> events = OutageEvent.of(sources, List.of(new Group("law", 0b11111, 0.3), new Group("fab", 0b00111, 0.5)), P);
        double[] shares = {0.4, 0.3, 0.1, 0.1, 0.1};

        LossDistribution exact = unserved(OutageStates.enumerated(events), 0.25, shares);
        LossDistribution drawn = unserved(OutageStates.drawn(events, 42, draws), 0.25, shares);

        assertThat(drawn.mean()).isCloseTo(exact.mean(), within(1.96 * drawn.errorOfMean(draws)));
        assertThat(drawn.probabilityOfAny()).isCloseTo(exact.probabilityOfAny(), within(0.005));
        for (double alpha : new double[] {0.90, 0.95, 0.99})
            assertThat(drawn.cvar(alpha)).isCloseTo(exact.cvar(alpha), within(1.96 * drawn.errorOfCvar(alpha, draws) + 1e-9));
    }

    @Test
    void drawsTheSameYearsFromTheSameSeedOnAnyNumberOfThreads() throws Exception {
        List<OutageEvent> events = OutageEvent.of(List.of("a", "b", "c"), List.of(new Group("law", 0b111, 0.3)), P);

        OutageStates one = new ForkJoinPool(1).submit(() -> OutageStates.drawn(events, 5, 50_001)).get();
        OutageStates four = new ForkJoinPool(4).submit(() -> OutageStates.drawn(events, 5, 50_001)).get();
        OutageStates another = OutageStates.drawn(events, 6, 50_001);

        assertThat(four).isEqualTo(one).isNotEqualTo(another);
        assertThat(one.probabilities().values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void looksAtEveryCombinationOfSixteenCauses() {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 16; i++) sources.add("s" + i);

        OutageStates states = OutageStates.enumerated(OutageEvent.of(sources, List.of(), 0.5));

        assertThat(states.probabilities()).hasSize(65_536);
        assertThat(states.draws()).isZero();
    }

    @Test
    void saysThatTheWorstTwentiethIsBlindOnlyWhereItIs() {
        assertThat(note(P, 0, 0.65, 0.35)).isEqualTo("CVaR95 cannot see the second source here: two independent sources still fail together in 5.6 % of years, more than 5 %.");
        assertThat(note(P, 0, 1)).as("one source").isNull();
        assertThat(note(0.15, 0, 0.5, 0.5)).as("two sources fail together in 2.25 % of years: it sees the second").isNull();
        assertThat(note(P, 0.5, 0.5, 0.5)).as("they share so much that not even the worst tenth sees it").isNull();
        assertThat(note(0.2, 0.2, 0.5, 0.5)).startsWith("CVaR95 cannot see the second source here: for what they share, the 2 sources still fail together in 6.");
        assertThat(note(P, 0.1, 0.65, 0.35)).endsWith("still fail together in 5.6 % of years, more than 5 %; these, for what they share, in 6.8 %.");
    }

    /** Worked out beside the program: a common cause with p·β, else each with p·(1−β); the worst years first. */
    @Test
    void notesItExactlyWhereCvar95IsThatOfOneSourceAndCvar90IsNot() {
        int noted = 0;
        int silent = 0;
        for (double p : new double[] {0.03, 0.05, 0.1, 0.15, 0.2, 0.223, 0.224, P, 0.3, 0.4})
            for (double beta : new double[] {0, 0.1, 0.3, 0.5, 1})
                for (double first : new double[] {0.5, 0.65, 0.8}) {
                    double both = beta * p + (1 - beta * p) * Math.pow((1 - beta) * p, 2);
                    double one = (1 - beta * p) * (1 - beta) * p * (1 - (1 - beta) * p);
                    boolean blind = same(worst(0.05, both, one, first), Math.min(p, 0.05) / 0.05) && !same(worst(0.10, both, one, first), Math.min(p, 0.10) / 0.10);

                    String note = note(p, beta, first, 1 - first);

                    assertThat(note != null).as("p %s, beta %s, first %s: %s", p, beta, first, note).isEqualTo(blind);
                    if (blind) noted++;
                    else silent++;
                }
        assertThat(noted).isPositive();
        assertThat(silent).isPositive();
    }

    /** Mean of the worst part of all years, as a part of one outage's loss. */
    private static double worst(double part, double both, double one, double first) {
        double left = part;
        double sum = 0;
        for (double[] state : new double[][] {{1, both}, {Math.max(first, 1 - first), one}, {Math.min(first, 1 - first), one}}) {
            double taken = Math.min(left, state[1]);
            sum += taken * state[0];
            left -= taken;
        }
        return sum / part;
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < 1e-8;
    }

    private static String note(double p, double beta, double... shares) {
        List<String> sources = List.of("a", "b").subList(0, shares.length);
        OutageStates states = OutageStates.enumerated(OutageEvent.of(sources, List.of(new Group("law", 0b11 & (1 << shares.length) - 1, beta)), p));
        return Outages.note(sources, states, unserved(states, 0, shares), p, TWO_MONTHS);
    }

    private static LossDistribution unserved(OutageStates states, double surge, double... shares) {
        Outages.Burden burden = new Outages.Burden(1, 0, 0, surge, shares);
        return Outages.distribution(states, failed -> TWO_MONTHS * burden.unserved(failed));
    }
}
