package dev.secondsource.allocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;

/**
 * The linear relaxation of a program, solved by ojAlgo's simplex: kinds are forgotten, bounds and rows hold.
 *
 * <p>The simplex is asked directly: what ojAlgo's modelling layer does around it took three quarters of the time. It is
 * asked anew for each question, since a solver that went on from its last answer might end elsewhere.
 *
 * @param at one value a column
 * @param cost least cost
 */
record Relaxation(double[] at, double cost) {
    private static final double SNAP = 1e-11;

    /**
     * @param lower bounds that stand for those of the columns
     * @param upper likewise
     * @return null if nothing meets all rows
     */
    static @Nullable Relaxation of(Program program, double[] lower, double[] upper) {
        int[] number = new int[lower.length];
        int[] free = new int[lower.length];
        int count = 0;
        double[] at = lower.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i] + Program.TOLERANCE) return null;
            number[i] = lower[i] < upper[i] ? count : -1;
            if (lower[i] < upper[i]) free[count++] = i;
        }
        free = Arrays.copyOf(free, count);
        LinearSolver.Builder builder = LinearSolver.newBuilder(Arrays.stream(free).mapToDouble(i -> program.columns().get(i).cost()).toArray())
                .lower(Arrays.stream(free).mapToDouble(i -> lower[i]).toArray()).upper(Arrays.stream(free).mapToDouble(i -> upper[i]).toArray());
        for (Program.Row row : program.rows()) if (!add(builder, row, lower, upper, number)) return null;
        if (count > 0) {
            Optimisation.Result result = builder.solve();
            if (result.getState() == Optimisation.State.INFEASIBLE) return null;
            if (!result.getState().isOptimal()) throw new IllegalStateException("the simplex came to no end: " + result.getState());
            for (int k = 0; k < count; k++) at[free[k]] = inside(result.doubleValue(k), lower[free[k]], upper[free[k]]);
        }
        return new Relaxation(at, program.cost(at));
    }

    /** Leaves out what the bounds alone keep or settle, which is half of a program; false if they break the row. */
    private static boolean add(LinearSolver.Builder builder, Program.Row row, double[] lower, double[] upper, int[] number) {
        double least = 0;
        double most = 0;
        double fixed = 0;
        for (int i = 0; i < row.columns().length; i++) {
            int column = row.columns()[i];
            double by = row.coefficients()[i];
            least += by * (by > 0 ? lower[column] : upper[column]);
            most += by * (by > 0 ? upper[column] : lower[column]);
            if (number[column] < 0) fixed += by * lower[column];
        }
        if (least > row.upper() + Program.TOLERANCE || most < row.lower() - Program.TOLERANCE) return false;
        if (most - least <= Program.TOLERANCE) return true;
        if (row.lower() == row.upper()) fill(builder.equality(row.upper() - fixed), row, number, 1);
        else {
            if (most > row.upper()) fill(builder.inequality(row.upper() - fixed), row, number, 1);
            if (least < row.lower()) fill(builder.inequality(fixed - row.lower()), row, number, -1);
        }
        return true;
    }

    private static void fill(Mutate1D body, Program.Row row, int[] number, double sign) {
        for (int i = 0; i < row.columns().length; i++)
            if (number[row.columns()[i]] >= 0) body.set(number[row.columns()[i]], sign * row.coefficients()[i]);
    }

    private static double inside(double value, double lower, double upper) {
        double near = Math.rint(value);
        return Math.min(Math.max(Math.abs(value - near) < SNAP ? near : value, lower), upper);
    }
}
