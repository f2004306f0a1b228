package dev.secondsource.allocation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear relaxation of a program, solved by ojAlgo's simplex: kinds are forgotten, bounds and rows hold.
 *
 * @param at one value a column
 * @param cost least cost
 */
record Relaxation(double[] at, double cost) {
    private static final double SNAP = 1e-11;

    /**
     * A model is built anew for each question: one that is asked twice with other bounds keeps what its presolver
     * concluded from the first.
     *
     * @param lower bounds that stand for those of the columns
     * @param upper likewise
     * @return null if nothing meets all rows
     */
    static @Nullable Relaxation of(Program program, double[] lower, double[] upper) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[lower.length];
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > upper[i] + Program.TOLERANCE) return null;
            double cost = program.columns().get(i).cost();
            variables[i] = model.newVariable(Integer.toString(i)).lower(lower[i]).upper(Math.max(lower[i], upper[i]));
            if (cost != 0) variables[i].weight(cost);
        }
        int number = 0;
        for (Program.Row row : program.rows()) {
            Expression expression = model.newExpression(Integer.toString(number++));
            if (row.lower() == row.upper()) expression.level(row.lower());
            else {
                if (row.lower() > Double.NEGATIVE_INFINITY) expression.lower(row.lower());
                if (row.upper() < Double.POSITIVE_INFINITY) expression.upper(row.upper());
            }
            for (int i = 0; i < row.columns().length; i++) expression.set(variables[row.columns()[i]], row.coefficients()[i]);
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) return null;
        double[] at = new double[lower.length];
        for (int i = 0; i < at.length; i++) {
            BigDecimal value = result.get(i);
            double near = Math.rint(value.doubleValue());
            at[i] = Math.min(Math.max(Math.abs(value.doubleValue() - near) < SNAP ? near : value.doubleValue(), lower[i]), upper[i]);
        }
        return new Relaxation(at, program.cost(at));
    }
}
