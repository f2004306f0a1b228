package dev.secondsource.allocation;

import java.util.List;

/**
 * A mixed-integer program: the columns' costs are to be as small as possible while every row holds.
 *
 * @param columns what is decided, in a fixed order that settles ties
 * @param rows what must hold
 */
record Program(List<Column> columns, List<Row> rows) {
    /** How far a number may be off before it counts as broken. */
    static final double TOLERANCE = 1e-9;

    Program {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What values a column may have between its bounds. */
    enum Kind {
        CONTINUOUS,
        /** Whole numbers. */
        INTEGER,
        /** Nothing, or at least a lot. */
        LOT
    }

    /**
     * A number to be chosen.
     *
     * @param cost per unit
     * @param lower 0 or more
     * @param upper finite
     * @param kind what lies between
     * @param lot least amount of a {@link Kind#LOT}, else 0
     */
    record Column(double cost, double lower, double upper, Kind kind, double lot) {}

    /**
     * {@code lower ≤ Σ coefficient × column ≤ upper}.
     *
     * @param columns indexes, each at most once
     * @param coefficients in the same order
     */
    record Row(int[] columns, double[] coefficients, double lower, double upper) {
        double value(double[] at) {
            double sum = 0;
            for (int i = 0; i < columns.length; i++) sum += coefficients[i] * at[columns[i]];
            return sum;
        }

        boolean holds(double[] at) {
            double value = value(at);
            return value >= lower - TOLERANCE && value <= upper + TOLERANCE;
        }
    }

    double[] lower() {
        return columns.stream().mapToDouble(Column::lower).toArray();
    }

    double[] upper() {
        return columns.stream().mapToDouble(Column::upper).toArray();
    }

    double cost(double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) sum += columns.get(i).cost * at[i];
        return sum;
    }

    /** Every bound, kind and row holds. */
    boolean admits(double[] at) {
        for (int i = 0; i < at.length; i++) {
            Column column = columns.get(i);
            if (at[i] < column.lower - TOLERANCE || at[i] > column.upper + TOLERANCE || !isOfItsKind(i, at[i])) return false;
        }
        return rows.stream().allMatch(row -> row.holds(at));
    }

    /** A value that a relaxation gave may stand as it is. */
    boolean isOfItsKind(int index, double value) {
        Column column = columns.get(index);
        return switch (column.kind) {
            case CONTINUOUS -> true;
            case INTEGER -> Math.abs(value - Math.rint(value)) <= TOLERANCE;
            case LOT -> value <= TOLERANCE || value >= column.lot - TOLERANCE;
        };
    }
}
