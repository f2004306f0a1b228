package dev.secondsource.allocation;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Solves a mixed-integer program by branch and bound over linear relaxations (Land and Doig 1960): most promising node
 * first, with dives that round one number after the other to find answers early.
 *
 * <p>ojAlgo's own integer solver is not used: asked the same model twice in one run it gave two answers, and it called
 * models infeasible that are not. Its simplex is exact enough, and a search on top of it is deterministic.
 */
final class BranchAndBound {
    /** A dive more every so many nodes. */
    private static final int NODES_BETWEEN_DIVES = 25;
    /** Columns so near to what their kind allows are rounded together. */
    private static final double NEAR = 0.1;

    private final Program program;
    private final Effort effort;
    private int nodes;
    private boolean timedOut;
    private double @Nullable [] best;
    private double bestCost = Double.POSITIVE_INFINITY;
    /** Least cost of what was passed over, since it could not be better by more than the gap. */
    private double passedOver = Double.POSITIVE_INFINITY;

    private BranchAndBound(Program program, Effort effort) {
        this.program = program;
        this.effort = effort;
    }

    /**
     * What the search found.
     *
     * @param at one value a column; null if there is no answer, or none was found
     * @param cost of it; infinite if there is none
     * @param bound no answer costs less; infinite if there is none
     * @param nodes relaxations solved
     * @param complete the gap asked for was reached, or it is proven that there is no answer
     * @param timedOut it was time that stopped the search
     */
    record Outcome(double @Nullable [] at, double cost, double bound, int nodes, boolean complete, boolean timedOut) {
        /** Share of the cost that a better answer could save at most. */
        double gap() {
            return at == null || cost <= 0 ? 0 : Math.max(0, (cost - bound) / cost);
        }
    }

    /** @param start an answer that may be known already; passed over if it is none */
    static Outcome solve(Program program, Effort effort, double @Nullable [] start) {
        return new BranchAndBound(program, effort).solve(start);
    }

    private record Node(double[] lower, double[] upper, Relaxation relaxation, int sequence) {}

    private Outcome solve(double @Nullable [] start) {
        if (start != null) offer(start);
        PriorityQueue<Node> open = new PriorityQueue<>(Comparator.comparingDouble((Node n) -> n.relaxation.cost()).thenComparing(Comparator.comparingInt(Node::sequence).reversed()));
        int sequence = 0;
        Relaxation root = relax(program.lower(), program.upper());
        if (root == null) return new Outcome(best, bestCost, bestCost, nodes, true, false);
        open.add(new Node(program.lower(), program.upper(), root, sequence++));
        int untilDive = 0;
        while (!open.isEmpty()) {
            double bound = Math.min(passedOver, open.peek().relaxation.cost());
            if (isGoodEnough(bound)) return new Outcome(best, bestCost, Math.min(bestCost, bound), nodes, true, false);
            if (isOutOfEffort()) return new Outcome(best, bestCost, Math.min(bestCost, bound), nodes, false, timedOut);
            Node node = open.remove();
            int branch = branching(node.relaxation.at());
            if (branch < 0) {
                offer(node.relaxation.at());
                continue;
            }
            offerRoundedUp(node.relaxation.at());
            if (untilDive-- <= 0) {
                dive(node);
                untilDive = NODES_BETWEEN_DIVES;
            }
            for (boolean up : new boolean[] {true, false}) {
                double[] lower = node.lower.clone();
                double[] upper = node.upper.clone();
                if (!split(branch, node.relaxation.at()[branch], up, lower, upper)) continue;
                Relaxation relaxation = relax(lower, upper);
                if (relaxation == null) continue;
                if (isGoodEnough(relaxation.cost())) passedOver = Math.min(passedOver, relaxation.cost());
                else open.add(new Node(lower, upper, relaxation, sequence++));
            }
        }
        return new Outcome(best, bestCost, Math.min(bestCost, passedOver), nodes, true, false);
    }

    private boolean isGoodEnough(double bound) {
        return best != null && bound >= bestCost - Math.max(effort.gap() * Math.abs(bestCost), Program.TOLERANCE * Math.max(1, Math.abs(bestCost)));
    }

    private boolean isOutOfEffort() {
        timedOut = effort.outOfTime().getAsBoolean();
        return timedOut || nodes >= effort.mostNodes();
    }

    private @Nullable Relaxation relax(double[] lower, double[] upper) {
        nodes++;
        return Relaxation.of(program, lower, upper);
    }

    private void offer(double[] at) {
        double cost = program.cost(at);
        if (cost < bestCost && program.admits(at)) {
            best = at.clone();
            bestCost = cost;
        }
    }

    /** Whole numbers that only count what is bought may be rounded up; whether these may, the rows say. */
    private void offerRoundedUp(double[] at) {
        double[] rounded = at.clone();
        for (int i = 0; i < rounded.length; i++)
            if (program.columns().get(i).kind() == Program.Kind.INTEGER) rounded[i] = Math.ceil(rounded[i] - Program.TOLERANCE);
        offer(rounded);
    }

    /** The column to branch on: the one furthest from what its kind allows, switches before counts; -1 if all are. */
    private int branching(double[] at) {
        int found = -1;
        double furthest = 0;
        for (int i = 0; i < at.length; i++) {
            if (program.isOfItsKind(i, at[i])) continue;
            Program.Column column = program.columns().get(i);
            double off = column.kind() == Program.Kind.LOT ? Math.min(at[i], column.lot() - at[i]) / column.lot() : Math.abs(at[i] - Math.rint(at[i]));
            double weight = column.upper() <= 1 ? off + 1 : off;
            if (weight > furthest) {
                furthest = weight;
                found = i;
            }
        }
        return found;
    }

    /** Takes out what the kind forbids around a value; false if nothing is left. */
    private boolean split(int index, double value, boolean up, double[] lower, double[] upper) {
        Program.Column column = program.columns().get(index);
        if (up) lower[index] = Math.max(lower[index], column.kind() == Program.Kind.LOT ? column.lot() : Math.ceil(value));
        else upper[index] = Math.min(upper[index], column.kind() == Program.Kind.LOT ? 0 : Math.floor(value));
        return lower[index] <= upper[index] + Program.TOLERANCE;
    }

    /** Rounds what is nearest to its kind, asks again, and so on, until all is or nothing goes. */
    private void dive(Node from) {
        double[] lower = from.lower.clone();
        double[] upper = from.upper.clone();
        Relaxation relaxation = from.relaxation;
        for (int depth = 0; depth < program.columns().size(); depth++) {
            if (isGoodEnough(relaxation.cost()) || isOutOfEffort()) return;
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            double[] at = relaxation.at();
            for (int i = 0; i < at.length; i++) {
                if (program.isOfItsKind(i, at[i])) continue;
                double off = distance(i, at[i]);
                if (off < NEAR) split(i, at[i], goesUp(i, at[i]), lower, upper);
                if (off < least) {
                    least = off;
                    nearest = i;
                }
            }
            if (nearest < 0) {
                offer(at);
                return;
            }
            boolean up = goesUp(nearest, at[nearest]);
            double[] lowerBefore = lower.clone();
            double[] upperBefore = upper.clone();
            Relaxation next = split(nearest, at[nearest], up, lower, upper) ? relax(lower, upper) : null;
            if (next == null) {
                lower = lowerBefore;
                upper = upperBefore;
                next = split(nearest, at[nearest], !up, lower, upper) ? relax(lower, upper) : null;
            }
            if (next == null) return;
            relaxation = next;
            offerRoundedUp(relaxation.at());
        }
    }

    private double distance(int index, double value) {
        Program.Column column = program.columns().get(index);
        if (column.kind() == Program.Kind.LOT) return Math.min(value, column.lot() - value) / column.lot();
        return Math.abs(value - Math.rint(value));
    }

    private boolean goesUp(int index, double value) {
        Program.Column column = program.columns().get(index);
        // A switch that is partly on pays for something in use.
        if (column.kind() == Program.Kind.INTEGER && column.upper() <= 1) return value > NEAR;
        return column.kind() == Program.Kind.LOT ? value >= column.lot() / 2 : value - Math.floor(value) >= 0.5;
    }
}
