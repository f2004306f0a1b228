package dev.secondsource.allocation;

import dev.secondsource.allocation.AllocationProblem.Finite;
import dev.secondsource.allocation.AllocationProblem.Paid;
import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.allocation.Program.Column;
import dev.secondsource.allocation.Program.Kind;
import dev.secondsource.allocation.Program.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * An allocation problem as a mixed-integer program, and an answer of the one read back as an answer of the other.
 *
 * <p>A column for the share each offer has of its workload, one for what of that runs on capacity already paid for, one
 * for the whole machines it takes, one for each stack a workload moves to and one for each provider that is used.
 */
final class Model {
    /** Beyond so many machines a fraction of one is noise: then shares are costed as they are and rounded up after. */
    private static final int MOST_BLOCKS_COUNTED = 20_000;
    private static final int SHARE_SCALE = 10;
    /** Of the cost, a rank: too little to be money, enough that ties go to the better candidate. */
    private static final double RANK_WEIGHT = 1e-9;

    private final AllocationProblem problem;
    /** In an order of their own, so that the profile's is no input. */
    private final List<Work> works;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final int[] share;
    private final int[] paid;
    private final int[] machines;
    private final Map<String, Integer> moves = new LinkedHashMap<>();
    private final Map<String, Integer> providers = new LinkedHashMap<>();
    private final Map<Limit, Integer> slacks = new LinkedHashMap<>();
    private final double unit;
    /** What a unit of money costs: nothing while it is asked how far limits must give way. */
    private final double money;

    /** Limits that hold in any case, as sums, by which what a few offers can carry together is bounded. */
    private final List<Cap> caps = new ArrayList<>();

    private record Cap(Function<Allotment, BigDecimal> sum, double bound) {}

    private Model(AllocationProblem problem, List<Limit> elastic) {
        this.problem = problem;
        for (Limit limit : problem.limits())
            if (!limit.isFloor() && !elastic.contains(limit)) limit.sums(problem).forEach(sum -> caps.add(new Cap(sum, limit.bound().doubleValue())));
        this.works = problem.works().stream().sorted(Comparator.comparing(Work::id)).toList();
        this.money = elastic.isEmpty() ? 1 : 0;
        int count = problem.allotments().size();
        this.share = new int[count];
        this.paid = new int[count];
        this.machines = new int[count];
        this.unit = Math.max(1e-6, problem.allotments().stream().mapToDouble(a -> a.perMonth().amount().doubleValue()).max().orElse(1));
    }

    static Model of(AllocationProblem problem) {
        return of(problem, List.of());
    }

    /** @param elastic limits that may be broken; if there are any, the least that they are broken by is sought and money costs nothing */
    static Model of(AllocationProblem problem, List<Limit> elastic) {
        Model model = new Model(problem, elastic);
        model.addShares();
        model.addDemand();
        model.addPaidCapacity();
        model.addFinitePrices();
        model.addMoves();
        for (Limit limit : elastic) model.slacks.put(limit, model.add(new Column(model.slackUnit(limit) / scale(limit), 0, model.most(limit) / model.slackUnit(limit), kind(limit), 0)));
        for (Limit limit : problem.limits()) model.addLimit(limit);
        return model;
    }

    /** With what must be carried in whole machines worked into its rows. */
    Program program() {
        Map<Integer, RoundingCuts.Machines> whole = new LinkedHashMap<>();
        for (int i = 0; i < share.length; i++)
            if (machines[i] >= 0) whole.put(share[i], new RoundingCuts.Machines(machines[i], problem.allotments().get(i).blocks(), paid[i]));
        List<List<Integer>> ofWorkloads = works.stream().map(w -> IntStream.range(0, share.length)
                .filter(i -> problem.allotments().get(i).workload().equals(w.id())).mapToObj(i -> share[i]).toList()).toList();
        return RoundingCuts.on(new Program(columns, rows), whole, ofWorkloads);
    }

    /** Money that a unit of the program's cost is. */
    double unit() {
        return unit;
    }

    private void addShares() {
        Map<String, Integer> paidChips = new LinkedHashMap<>();
        for (Paid p : problem.paid()) paidChips.merge(p.offer(), p.accelerators(), Integer::sum);
        for (int i = 0; i < share.length; i++) {
            Allotment a = problem.allotments().get(i);
            double cost = cost(a);
            double rank = RANK_WEIGHT * a.rank() * cost;
            double lot = Math.min(problem.smallestShare().doubleValue(), a.cap().signum() == 0 ? 1 : a.cap().doubleValue());
            boolean counted = a.blocks() != null && a.blocks() <= MOST_BLOCKS_COUNTED;
            double most = most(List.of(a));
            double within = problem.finite(a).map(f -> f.most(a).doubleValue()).orElse(1.0);
            // What runs out is taken to its end, however small that is.
            lot = Math.min(lot, within);
            most = Math.min(most, within);
            if (most < lot - Program.TOLERANCE) most = 0;
            share[i] = add(new Column(money * ((counted ? 0 : cost) + rank), 0, most, lot > 0 && most > 0 ? Kind.LOT : Kind.CONTINUOUS, most > 0 ? lot : 0));
            paid[i] = -1;
            machines[i] = -1;
            int chips = paidChips.getOrDefault(a.offer(), 0);
            if (chips > 0) {
                // Paid capacity is part of the share and saves what that part would cost.
                paid[i] = add(new Column(counted ? 0 : -money * cost, 0, Math.min(most, (double) chips / a.accelerators()), Kind.CONTINUOUS, 0));
                rows.add(atMost(0, new int[] {paid[i], share[i]}, 1, -1));
            }
            if (counted) {
                machines[i] = add(new Column(money * cost / a.blocks(), 0, Math.ceil(a.blocks() * most - Program.TOLERANCE), Kind.INTEGER, 0));
                if (paid[i] < 0) rows.add(atMost(0, new int[] {share[i], machines[i]}, a.blocks(), -1));
                else rows.add(atMost(0, new int[] {share[i], paid[i], machines[i]}, a.blocks(), -a.blocks(), -1));
            }
        }
    }

    /** Of one workload, what all of these together carry at most: switches and counts that know it bound the cost much better. */
    private double most(List<Allotment> some) {
        double most = 1;
        for (Cap cap : caps) {
            double least = Double.POSITIVE_INFINITY;
            for (Allotment a : some) least = Math.min(least, cap.sum.apply(a).doubleValue());
            if (least > 0) most = Math.min(most, cap.bound / least);
        }
        return most;
    }

    private double cost(Allotment a) {
        return a.perMonth().amount().doubleValue() / unit;
    }

    private void addDemand() {
        for (Work work : works) {
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < share.length; i++) if (problem.allotments().get(i).workload().equals(work.id())) at.add(share[i]);
            rows.add(sum(at, 1, 1));
        }
    }

    private void addPaidCapacity() {
        for (Paid p : problem.paid()) {
            List<Integer> at = new ArrayList<>();
            List<Double> chips = new ArrayList<>();
            for (int i = 0; i < share.length; i++) {
                if (paid[i] < 0 || !problem.allotments().get(i).offer().equals(p.offer())) continue;
                at.add(paid[i]);
                chips.add((double) problem.allotments().get(i).accelerators());
            }
            int all = problem.paid().stream().filter(other -> other.offer().equals(p.offer())).mapToInt(Paid::accelerators).sum();
            if (!at.isEmpty()) rows.add(new Row(ints(at), doubles(chips), Double.NEGATIVE_INFINITY, all));
        }
    }

    /** Over all workloads no more accelerators than a price holds for; whole machines are counted whole. */
    private void addFinitePrices() {
        for (Finite finite : problem.finite()) {
            List<Integer> at = new ArrayList<>();
            List<Double> chips = new ArrayList<>();
            double most = finite.accelerators();
            for (int i = 0; i < share.length; i++) {
                Allotment a = problem.allotments().get(i);
                if (!finite.offers().contains(a.offer())) continue;
                at.add(machines[i] >= 0 ? machines[i] : share[i]);
                chips.add(machines[i] >= 0 ? (double) a.accelerators() / a.blocks() : a.accelerators());
                // Machines too many to be counted are rounded up after.
                if (machines[i] < 0 && a.blocks() != null) most -= (double) a.accelerators() / a.blocks();
            }
            if (!at.isEmpty()) rows.add(new Row(ints(at), doubles(chips), Double.NEGATIVE_INFINITY, Math.max(0, most)));
        }
    }

    /** A stack is moved to once, however many offers run on it. */
    private void addMoves() {
        Map<String, List<Integer>> using = new LinkedHashMap<>();
        for (int i = 0; i < share.length; i++) {
            Allotment a = problem.allotments().get(i);
            if (!a.movingPerMonth().isPositive()) continue;
            String move = move(a);
            if (!moves.containsKey(move)) moves.put(move, add(new Column(money * a.movingPerMonth().amount().doubleValue() / unit, 0, 1, Kind.INTEGER, 0)));
            using.computeIfAbsent(move, k -> new ArrayList<>()).add(i);
        }
        using.forEach((move, at) -> rows.add(switched(at, moves.get(move))));
    }

    /** By how much a limit that may give way is broken. */
    double brokenBy(Limit limit, double[] at) {
        return at[slacks.get(limit)] * slackUnit(limit);
    }

    /** Reads an answer back: shares that add up to one, whole machines, and exact money. */
    Placement placement(double[] at) {
        BigDecimal[] shares = new BigDecimal[share.length];
        for (Work work : works) {
            BigDecimal sum = BigDecimal.ZERO;
            int largest = -1;
            for (int i = 0; i < share.length; i++) {
                if (!problem.allotments().get(i).workload().equals(work.id())) continue;
                shares[i] = rounded(at[share[i]]);
                sum = sum.add(shares[i]);
                if (largest < 0 || shares[i].compareTo(shares[largest]) > 0) largest = i;
            }
            shares[largest] = shares[largest].add(BigDecimal.ONE).subtract(sum);
        }
        List<Placement.Part> parts = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            if (shares[i] == null || shares[i].signum() <= 0) continue;
            BigDecimal onPaid = paid[i] < 0 ? BigDecimal.ZERO : rounded(at[paid[i]]).min(shares[i]);
            parts.add(Placement.Part.of(problem.allotments().get(i), shares[i], onPaid));
        }
        return Placement.of(problem, parts);
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(SHARE_SCALE, RoundingMode.HALF_EVEN);
    }

    private static String move(Allotment a) {
        return a.workload() + " to " + a.stack();
    }

    private void addLimit(Limit limit) {
        double bound = limit.bound().doubleValue();
        if (limit instanceof Limit.MostProviders) {
            addProviders();
            addBounded(limit, new ArrayList<>(providers.values()), ones(providers.size()), bound);
        } else if (limit instanceof Limit.Budget) {
            addBudget(limit, bound);
        } else {
            for (Function<Allotment, BigDecimal> sum : limit.sums(problem)) {
                List<Integer> at = new ArrayList<>();
                List<Double> by = new ArrayList<>();
                for (int i = 0; i < share.length; i++) {
                    double coefficient = sum.apply(problem.allotments().get(i)).doubleValue();
                    if (coefficient == 0) continue;
                    at.add(share[i]);
                    by.add(coefficient);
                }
                if (limit.isFloor() || !at.isEmpty()) addBounded(limit, at, by, bound);
            }
        }
    }

    private void addBounded(Limit limit, List<Integer> at, List<Double> by, double bound) {
        List<Integer> columnsOfRow = new ArrayList<>(at);
        List<Double> coefficients = new ArrayList<>(by);
        Integer slack = slacks.get(limit);
        if (slack != null) {
            columnsOfRow.add(slack);
            coefficients.add((limit.isFloor() ? 1 : -1) * slackUnit(limit));
        }
        rows.add(new Row(ints(columnsOfRow), doubles(coefficients), limit.isFloor() ? bound : Double.NEGATIVE_INFINITY, limit.isFloor() ? Double.POSITIVE_INFINITY : bound));
    }

    private static Kind kind(Limit limit) {
        return limit.measure() == Limit.Measure.COUNT ? Kind.INTEGER : Kind.CONTINUOUS;
    }

    /** By how much limits of different measures are broken alike. */
    private static double scale(Limit limit) {
        return switch (limit.measure()) {
            case SHARE -> 1;
            case COUNT, MONEY, KILOWATT -> Math.max(1, limit.bound().doubleValue());
        };
    }

    /** So that all columns are about one. */
    private double slackUnit(Limit limit) {
        return switch (limit.measure()) {
            case SHARE, COUNT -> 1;
            case MONEY -> unit;
            case KILOWATT -> Math.max(1, limit.bound().doubleValue());
        };
    }

    private double most(Limit limit) {
        return switch (limit.measure()) {
            case SHARE -> 1;
            case COUNT -> share.length;
            case MONEY -> unit * problem.works().size();
            case KILOWATT -> problem.allotments().stream().mapToDouble(a -> a.kilowatts().doubleValue()).sum() + 1;
        };
    }

    private void addProviders() {
        for (Work work : works) {
            Map<String, List<Integer>> using = new LinkedHashMap<>();
            for (int i = 0; i < share.length; i++) {
                Allotment a = problem.allotments().get(i);
                if (!a.workload().equals(work.id())) continue;
                if (!providers.containsKey(a.provider())) providers.put(a.provider(), add(new Column(0, 0, 1, Kind.INTEGER, 0)));
                using.computeIfAbsent(a.provider(), k -> new ArrayList<>()).add(i);
            }
            using.forEach((provider, at) -> rows.add(switched(at, providers.get(provider))));
        }
    }

    private void addBudget(Limit limit, double bound) {
        List<Integer> at = new ArrayList<>();
        List<Double> by = new ArrayList<>();
        for (int i = 0; i < share.length; i++) {
            double cost = cost(problem.allotments().get(i));
            at.add(machines[i] >= 0 ? machines[i] : share[i]);
            by.add(machines[i] >= 0 ? cost / problem.allotments().get(i).blocks() : cost);
            if (machines[i] < 0 && paid[i] >= 0) {
                at.add(paid[i]);
                by.add(-cost);
            }
        }
        Integer slack = slacks.get(limit);
        if (slack != null) {
            at.add(slack);
            by.add(-slackUnit(limit) / unit);
        }
        rows.add(new Row(ints(at), doubles(by), Double.NEGATIVE_INFINITY, (bound - problem.alreadyPaid().amount().doubleValue()) / unit));
    }

    /** Together no more than the switch allows. */
    private Row switched(List<Integer> allotments, int by) {
        List<Integer> all = new ArrayList<>(allotments.stream().map(i -> share[i]).toList());
        all.add(by);
        double[] coefficients = new double[all.size()];
        java.util.Arrays.fill(coefficients, 1);
        Map<String, List<Allotment>> alike = new LinkedHashMap<>();
        for (int i : allotments) alike.computeIfAbsent(problem.allotments().get(i).accelerator(), k -> new ArrayList<>()).add(problem.allotments().get(i));
        double most = Math.min(most(allotments.stream().map(problem.allotments()::get).toList()), alike.values().stream().mapToDouble(this::most).sum());
        coefficients[coefficients.length - 1] = -most;
        return new Row(ints(all), coefficients, Double.NEGATIVE_INFINITY, 0);
    }

    private static Row sum(List<Integer> at, double lower, double upper) {
        return new Row(ints(at), doubles(ones(at.size())), lower, upper);
    }

    private static Row atMost(double upper, int[] at, double... by) {
        return new Row(at, by, Double.NEGATIVE_INFINITY, upper);
    }

    private int add(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    private static List<Double> ones(int count) {
        return java.util.Collections.nCopies(count, 1.0);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
