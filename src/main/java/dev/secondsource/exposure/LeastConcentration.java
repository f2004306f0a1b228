package dev.secondsource.exposure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The least concentration that eligible offers allow at a layer (F-AVOID): the HHI of the most even way to share all work,
 * no accelerator carrying more of a workload than it may.
 *
 * <p>Work flows from workloads through accelerators to entities. What can arrive at a set of entities is submodular, so
 * among all ways to share the work the one with the least sum of squares is also the one that raises the least share as
 * far as it goes, then the next, and so on (Fujishige 1980, lexicographically optimal base): one maximum flow tells
 * whether all can stand at a level, and who cannot.
 */
final class LeastConcentration {
    private static final int POINTS = 10_000;
    private static final double NOTHING = 1e-11;

    private final int entities;
    private final double all;
    private final Flow flow;
    private final int firstEntity;
    private final int[] sinks;

    /** HHI in points; empty if nobody disclosed could carry some workload. */
    static Optional<BigDecimal> of(List<Room> rooms) {
        List<Room> work = rooms.stream().filter(r -> r.weight().signum() > 0).toList();
        if (work.isEmpty() || work.stream().anyMatch(r -> r.lots().isEmpty())) return Optional.empty();
        double squares = 0;
        for (double share : new LeastConcentration(work).shares()) squares += share * share;
        return Optional.of(BigDecimal.valueOf(squares * POINTS).setScale(3, RoundingMode.HALF_EVEN));
    }

    private LeastConcentration(List<Room> work) {
        List<String> names = List.copyOf(new TreeSet<>(work.stream().flatMap(r -> r.lots().stream()).flatMap(l -> l.entities().stream()).toList()));
        int lots = work.stream().mapToInt(r -> r.lots().size()).sum();
        this.entities = names.size();
        this.firstEntity = 2 + work.size() + lots;
        this.flow = new Flow(firstEntity + entities);
        double sum = work.stream().mapToDouble(r -> r.weight().doubleValue()).sum();
        double carried = 0;
        int lot = 2 + work.size();
        for (int w = 0; w < work.size(); w++) {
            Room room = work.get(w);
            double weight = room.weight().doubleValue() / sum;
            flow.edge(Flow.SOURCE, 2 + w, weight);
            carried += weight;
            double[] most = most(room);
            for (int l = 0; l < most.length; l++, lot++) {
                flow.edge(2 + w, lot, most[l] * weight);
                for (String entity : room.lots().get(l).entities()) flow.edge(lot, firstEntity + names.indexOf(entity), weight);
            }
        }
        this.all = carried;
        this.sinks = new int[entities];
        for (int e = 0; e < entities; e++) sinks[e] = flow.edge(firstEntity + e, Flow.SINK, 0);
    }

    /** Where all together may not carry the work, the largest carries the rest. */
    private static double[] most(Room room) {
        double[] most = room.lots().stream().mapToDouble(l -> l.most().doubleValue()).toArray();
        double rest = 1 - Arrays.stream(most).sum();
        int largest = 0;
        for (int l = 1; l < most.length; l++) if (most[l] > most[largest]) largest = l;
        if (rest > 0) most[largest] += rest;
        return most;
    }

    /** Raises all alike until some cannot, leaves those where they stand, and goes on with the others. */
    private double[] shares() {
        double[] shares = new double[entities];
        boolean[] settled = new boolean[entities];
        for (int left = entities; left > 0; ) {
            double standing = 0;
            for (int e = 0; e < entities; e++) if (settled[e]) standing += shares[e];
            double level = Math.max(0, (all - standing) / left);
            boolean[] held = new boolean[entities];
            Arrays.fill(held, true);
            while (true) {
                for (int e = 0; e < entities; e++) flow.limit(sinks[e], settled[e] ? shares[e] : level);
                double missing = flow.run();
                if (missing < NOTHING) break;
                // Those that nothing more can reach share what did reach them.
                int among = 0;
                double reached = 0;
                for (int e = 0; e < entities; e++) {
                    held[e] = !flow.isReachable(firstEntity + e);
                    if (!held[e]) continue;
                    reached += settled[e] ? -shares[e] + flow.through(sinks[e]) : flow.through(sinks[e]);
                    if (!settled[e]) among++;
                }
                double lower = among == 0 ? level : Math.max(0, reached / among);
                if (lower >= level - NOTHING / entities) break;
                level = lower;
            }
            int before = left;
            for (int e = 0; e < entities; e++)
                if (held[e] && !settled[e]) {
                    settled[e] = true;
                    shares[e] = level;
                    left--;
                }
            // Rounding can hide who is held back; then what is left is even as far as doubles can tell.
            if (left == before) {
                for (int e = 0; e < entities; e++) if (!settled[e]) shares[e] = level;
                return shares;
            }
        }
        return shares;
    }

    /** Maximum flow from a source to a sink by blocking flows (Dinic 1970); amounts are doubles. */
    private static final class Flow {
        static final int SOURCE = 0;
        static final int SINK = 1;

        private int[] to = new int[64];
        private int[] next = new int[64];
        private double[] capacity = new double[64];
        private double[] left = new double[64];
        private final int[] first;
        private final int[] distance;
        private final int[] at;
        private int edges;

        Flow(int nodes) {
            first = new int[nodes];
            distance = new int[nodes];
            at = new int[nodes];
            Arrays.fill(first, -1);
        }

        /** @return its number; the one after it is the way back */
        int edge(int from, int target, double most) {
            add(from, target, most);
            add(target, from, 0);
            return edges - 2;
        }

        private void add(int from, int target, double most) {
            if (edges == to.length) {
                to = Arrays.copyOf(to, 2 * edges);
                next = Arrays.copyOf(next, 2 * edges);
                capacity = Arrays.copyOf(capacity, 2 * edges);
                left = Arrays.copyOf(left, 2 * edges);
            }
            to[edges] = target;
            next[edges] = first[from];
            capacity[edges] = most;
            first[from] = edges++;
        }

        void limit(int edge, double most) {
            capacity[edge] = most;
        }

        double through(int edge) {
            return capacity[edge] - left[edge];
        }

        /** Whether more could be sent there, after a run. */
        boolean isReachable(int node) {
            return distance[node] >= 0;
        }

        /** @return what the edges into the sink could still take */
        double run() {
            System.arraycopy(capacity, 0, left, 0, edges);
            while (layered()) {
                System.arraycopy(first, 0, at, 0, first.length);
                while (push(SOURCE, Double.MAX_VALUE) > 0) {}
            }
            double missing = 0;
            for (int back = first[SINK]; back >= 0; back = next[back]) missing += left[back ^ 1];
            return missing;
        }

        private boolean layered() {
            Arrays.fill(distance, -1);
            int[] queue = new int[first.length];
            int end = 0;
            queue[end++] = SOURCE;
            distance[SOURCE] = 0;
            for (int i = 0; i < end; i++)
                for (int e = first[queue[i]]; e >= 0; e = next[e])
                    if (left[e] > NOTHING / 100 && distance[to[e]] < 0) {
                        distance[to[e]] = distance[queue[i]] + 1;
                        queue[end++] = to[e];
                    }
            return distance[SINK] >= 0;
        }

        private double push(int node, double most) {
            if (node == SINK) return most;
            for (; at[node] >= 0; at[node] = next[at[node]]) {
                int e = at[node];
                if (left[e] <= NOTHING / 100 || distance[to[e]] != distance[node] + 1) continue;
                double sent = push(to[e], Math.min(most, left[e]));
                if (sent <= 0) continue;
                left[e] -= sent;
                left[e ^ 1] += sent;
                return sent;
            }
            return 0;
        }
    }
}
