package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.allocation.Program.Column;
import dev.secondsource.allocation.Program.Kind;
import dev.secondsource.allocation.Program.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundingCutsTest {
    /** A share of a workload that takes 3 machines whole, at 10 each, another by the hour at 25 the whole, at most 0.4 of it. */
    private static final Program TWO = new Program(
            List.of(new Column(0, 0, 1, Kind.CONTINUOUS, 0), new Column(10, 0, 3, Kind.INTEGER, 0), new Column(25, 0, 1, Kind.CONTINUOUS, 0)),
            List.of(new Row(new int[] {0, 1}, new double[] {3, -1}, Double.NEGATIVE_INFINITY, 0), new Row(new int[] {0, 2}, new double[] {1, 1}, 1, 1),
                    new Row(new int[] {2}, new double[] {1}, Double.NEGATIVE_INFINITY, 0.4)));

    /** The rest carries at least 0.6, which is 1.8 machines and so two of them, unless more goes by the hour. */
    @Test
    void countsWhatMustBeCarriedInWholeMachines() {
        Program tight = tightened();

        assertThat(tight.rows()).hasSizeGreaterThan(TWO.rows().size());
        assertThat(Relaxation.of(tight, tight.lower(), tight.upper()).cost()).isGreaterThan(Relaxation.of(TWO, TWO.lower(), TWO.upper()).cost() + 0.3);
    }

    @Test
    void keepsTheBestAnswerAndItsCost() {
        assertThat(BranchAndBound.solve(tightened(), Problems.EXACT, null).cost()).isCloseTo(BranchAndBound.solve(TWO, Problems.EXACT, null).cost(), within(1e-9));
        assertThat(tightened().admits(new double[] {2 / 3.0, 2, 1 / 3.0})).isTrue();
        assertThat(tightened().admits(new double[] {1, 3, 0})).isTrue();
    }

    @Test
    void leavesAProgramWithoutMachinesAlone() {
        assertThat(RoundingCuts.on(TWO, Map.of(), List.of(List.of(0, 2)))).isSameAs(TWO);
    }

    private static Program tightened() {
        return RoundingCuts.on(TWO, Map.of(0, new RoundingCuts.Machines(1, 3, -1)), List.of(List.of(0, 2)));
    }
}
