package dev.secondsource.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that every answer in whole machines meets and the relaxation does not: mixed-integer rounding (Nemhauser and
 * Wolsey 1990) of what a workload or a floor needs, counted in machines. Without them a tenth of a machine here and there
 * makes the bound look cheaper than anything that can be bought.
 */
final class RoundingCuts {
    private static final int ROUNDS = 3;
    private static final int MOST_A_ROUND = 60;
    private static final int MOST_SCALES = 12;
    private static final double VIOLATED = 1e-4;
    /** A fraction nearer to a whole number makes a row of ill-matched numbers. */
    private static final double LEAST_FRACTION = 0.02;

    private final Program program;
    private final Map<Integer, Machines> machines;
    private final List<Need> needs = new ArrayList<>();

    /**
     * What stands behind a share that is bought in whole machines.
     *
     * @param column how many machines
     * @param all machines that the whole workload takes
     * @param paid column of the share on capacity paid already; -1 if there is none
     */
    record Machines(int column, int all, int paid) {}

    /** At least so much of these shares. */
    private record Need(Map<Integer, Double> shares, double least) {}

    private RoundingCuts(Program program, Map<Integer, Machines> machines, List<List<Integer>> workloads) {
        this.program = program;
        this.machines = machines;
        Set<Integer> shares = new HashSet<>();
        workloads.forEach(shares::addAll);
        for (Program.Row row : program.rows()) {
            if (!isOver(shares, row)) continue;
            if (row.lower() > 0) needs.add(new Need(coefficients(row), row.lower()));
            if (row.upper() < Double.POSITIVE_INFINITY) addRest(row, workloads);
        }
    }

    /**
     * The program with such rows added, as far as its relaxation breaks them.
     *
     * @param machines by column of the share
     * @param workloads columns of the shares of each; those of one add up to one
     */
    static Program on(Program program, Map<Integer, Machines> machines, List<List<Integer>> workloads) {
        return machines.isEmpty() ? program : new RoundingCuts(program, machines, workloads).tightened();
    }

    private Program tightened() {
        Program tight = program;
        Set<String> known = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Relaxation root = Relaxation.of(tight, tight.lower(), tight.upper());
            if (root == null) return tight;
            record Found(Program.Row row, double by) {}
            List<Found> found = new ArrayList<>();
            for (Need need : needs)
                for (double scale : scales(need)) {
                    Program.Row row = rounded(need, scale);
                    if (row == null) continue;
                    double by = row.lower() - row.value(root.at());
                    if (by > VIOLATED && known.add(key(row))) found.add(new Found(row, by));
                }
            if (found.isEmpty()) return tight;
            found.sort(Comparator.comparingDouble((Found f) -> -f.by).thenComparing(f -> key(f.row)));
            List<Program.Row> rows = new ArrayList<>(tight.rows());
            found.stream().limit(MOST_A_ROUND).forEach(f -> rows.add(f.row));
            tight = new Program(program.columns(), rows);
        }
        return tight;
    }

    private static String key(Program.Row row) {
        return java.util.Arrays.toString(row.columns()) + java.util.Arrays.toString(row.coefficients());
    }

    private static boolean isOver(Set<Integer> shares, Program.Row row) {
        for (int i = 0; i < row.columns().length; i++) if (!shares.contains(row.columns()[i]) || row.coefficients()[i] < 0) return false;
        return true;
    }

    private static Map<Integer, Double> coefficients(Program.Row row) {
        Map<Integer, Double> coefficients = new LinkedHashMap<>();
        for (int i = 0; i < row.columns().length; i++) coefficients.put(row.columns()[i], row.coefficients()[i]);
        return coefficients;
    }

    /** What some may carry at most, the others must carry at least. */
    private void addRest(Program.Row row, List<List<Integer>> workloads) {
        Map<Integer, Double> capped = coefficients(row);
        Map<Integer, Double> rest = new LinkedHashMap<>();
        double least = -row.upper();
        for (List<Integer> workload : workloads) {
            double most = workload.stream().mapToDouble(s -> capped.getOrDefault(s, 0.0)).max().orElse(0);
            if (most == 0) continue;
            least += most;
            for (int share : workload) if (most - capped.getOrDefault(share, 0.0) > 0) rest.put(share, most - capped.getOrDefault(share, 0.0));
        }
        if (least > Program.TOLERANCE && !rest.isEmpty()) needs.add(new Need(rest, least));
    }

    /** One machine of each size, as the unit to count in. */
    private Set<Double> scales(Need need) {
        Set<Double> scales = new LinkedHashSet<>();
        need.shares.forEach((share, coefficient) -> {
            Machines behind = machines.get(share);
            if (behind != null && scales.size() < MOST_SCALES) scales.add(behind.all / coefficient);
        });
        return scales;
    }

    /** Σ(⌊a⌋ + min(frac a ÷ f, 1)) n + s ÷ f ≥ ⌈b⌉ with f = frac b; null if b is too near to a whole number. */
    private Program.Row rounded(Need need, double scale) {
        double b = need.least * scale;
        double f = b - Math.floor(b);
        if (f < LEAST_FRACTION || f > 1 - LEAST_FRACTION) return null;
        double least = Math.ceil(b);
        List<Integer> at = new ArrayList<>();
        List<Double> by = new ArrayList<>();
        need.shares.forEach((share, coefficient) -> {
            Machines behind = machines.get(share);
            if (behind == null) {
                at.add(share);
                by.add(scale * coefficient / f / least);
                return;
            }
            double a = scale * coefficient / behind.all;
            double whole = Math.floor(a + Program.TOLERANCE);
            at.add(behind.column);
            by.add((whole + Math.min(Math.max(0, a - whole) / f, 1)) / least);
            if (behind.paid >= 0) {
                at.add(behind.paid);
                by.add(scale * coefficient / f / least);
            }
        });
        return new Program.Row(at.stream().mapToInt(Integer::intValue).toArray(), by.stream().mapToDouble(Double::doubleValue).toArray(), 1, Double.POSITIVE_INFINITY);
    }
}
