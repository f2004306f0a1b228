package dev.secondsource.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** Columns tried at one node; more cost more than they spare. */
    private static final int MOST_TRIED = 4;
    /** That one way costs nothing must not hide what the other way costs. */
    private static final double LEAST_RISE = 1e-6;
    private static final int DOWN = 0;
    private static final int UP = 1;
    private static final int[] WAYS = {UP, DOWN};

    private final Program program;
    private final Effort effort;
    /** What steps of each column made the cost rise so far, by way and column, a whole step each; and how many there were. */
    private final double[][] rises;
    private final int[][] times;
    private int sequence;
    private int nodes;
    private boolean timedOut;
    private double @Nullable [] best;
    private double bestCost = Double.POSITIVE_INFINITY;
    /** Least cost of what was passed over, since it could not be better by more than the gap. */
    private double passedOver = Double.POSITIVE_INFINITY;

    private BranchAndBound(Program program, Effort effort) {
        this.program = program;
        this.effort = effort;
        this.rises = new double[2][program.columns().size()];
        this.times = new int[2][program.columns().size()];
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
        Relaxation root = relax(program.lower(), program.upper());
        if (root == null) return new Outcome(best, bestCost, bestCost, nodes, true, false);
        open.add(new Node(program.lower(), program.upper(), root, sequence++));
        int untilDive = 0;
        while (!open.isEmpty()) {
            double bound = Math.min(passedOver, open.peek().relaxation.cost());
            if (isGoodEnough(bound)) return new Outcome(best, bestCost, Math.min(bestCost, bound), nodes, true, false);
            if (isOutOfEffort()) return new Outcome(best, bestCost, Math.min(bestCost, bound), nodes, false, timedOut);
            Node node = open.remove();
            offerRoundedUp(node.relaxation.at());
            if (untilDive-- <= 0) {
                dive(node);
                untilDive = NODES_BETWEEN_DIVES;
            }
            Branch branch = branching(node);
            if (branch == null) {
                offer(node.relaxation.at());
                continue;
            }
            for (Node child : branch.children) {
                if (isGoodEnough(child.relaxation.cost())) passedOver = Math.min(passedOver, child.relaxation.cost());
                else open.add(child);
            }
        }
        return new Outcome(best, bestCost, Math.min(bestCost, passedOver), nodes, true, false);
    }

    private boolean isGoodEnough(double bound) {
        return best != null && bound >= bestCost - Math.max(effort.gap() * Math.abs(bestCost), Program.TOLERANCE * Math.max(1, Math.abs(bestCost)));
    }

    private boolean isOutOfEffort() {
        timedOut = effort.outOfTime().getAsBoolean();
        return timedOut || nodes >= effort.mostPrograms();
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

    /**
     * A column to branch on.
     *
     * @param expected how much the cost is likely to rise, whichever way it goes
     */
    private record Candidate(int column, double expected) {}

    /**
     * A column and where it leads.
     *
     * @param children one for each way that leads anywhere
     * @param rise product of how much the cost rises either way
     */
    private record Branch(List<Node> children, double rise) {}

    /**
     * The column with which the cost rises most whichever way it goes: what was seen of a column so far tells, and a
     * column of which nothing was seen is tried (Achterberg, Koch and Martin 2005). Null if all are of their kind.
     */
    private @Nullable Branch branching(Node node) {
        double[] at = node.relaxation.at();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < at.length; i++) if (!program.isOfItsKind(i, at[i])) candidates.add(new Candidate(i, expected(i, at[i])));
        candidates.sort(Comparator.comparingDouble(Candidate::expected).reversed().thenComparing(Candidate::column));
        Branch best = null;
        Candidate seen = null;
        int tries = 0;
        for (Candidate candidate : candidates) {
            boolean known = seen(UP, candidate.column) && seen(DOWN, candidate.column);
            if (known || tries++ >= MOST_TRIED) {
                if (seen == null) seen = candidate;
                continue;
            }
            Branch branch = branch(node, candidate.column);
            if (branch.children.size() < 2) return branch;
            if (best == null || branch.rise > best.rise) best = branch;
        }
        return seen != null && (best == null || seen.expected > best.rise) ? branch(node, seen.column) : best;
    }

    private boolean seen(int way, int column) {
        return times[way][column] > 0;
    }

    private Branch branch(Node node, int column) {
        List<Node> children = new ArrayList<>();
        double product = 1;
        double value = node.relaxation.at()[column];
        for (int way : WAYS) {
            double[] lower = node.lower.clone();
            double[] upper = node.upper.clone();
            Relaxation relaxation = split(column, value, way == UP, lower, upper) ? relax(lower, upper) : null;
            if (relaxation == null) continue;
            double rise = Math.max(0, relaxation.cost() - node.relaxation.cost());
            rises[way][column] += rise / Math.max(Program.TOLERANCE, distance(column, value, way));
            times[way][column]++;
            product *= Math.max(LEAST_RISE, rise);
            children.add(new Node(lower, upper, relaxation, sequence++));
        }
        return new Branch(children, product);
    }

    private double expected(int column, double value) {
        double product = 1;
        for (int way : WAYS) {
            double slope = seen(way, column) ? rises[way][column] / times[way][column] : program.columns().get(column).cost();
            product *= Math.max(LEAST_RISE, distance(column, value, way) * slope);
        }
        return product;
    }

    /** How far a value is from what its kind allows, one way. */
    private double distance(int index, double value, int way) {
        Program.Column column = program.columns().get(index);
        if (column.kind() == Program.Kind.LOT) return (way == UP ? column.lot() - value : value) / column.lot();
        return way == UP ? Math.ceil(value) - value : value - Math.floor(value);
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
                double off = Math.min(distance(i, at[i], UP), distance(i, at[i], DOWN));
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

    private boolean goesUp(int index, double value) {
        Program.Column column = program.columns().get(index);
        // A switch that is partly on pays for something in use.
        if (column.kind() == Program.Kind.INTEGER && column.upper() <= 1) return value > NEAR;
        return column.kind() == Program.Kind.LOT ? value >= column.lot() / 2 : value - Math.floor(value) >= 0.5;
    }
}
