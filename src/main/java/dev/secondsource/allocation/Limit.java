package dev.secondsource.allocation;

import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something an allocation may not do, with the number that says how far it may go. */
public sealed interface Limit {
    /** A number that may not be passed. */
    BigDecimal bound();

    /** The same limit elsewhere. */
    Limit at(BigDecimal other);

    /** What is limited: {@code share of the work on the designer nvidia}. */
    String subject();

    /** Where the bound is set: a policy key, or a key of the profile. */
    String origin();

    /** What sort of limit it is. */
    Kind kind();

    /** What the bound counts. */
    default Measure measure() {
        return kind().measure;
    }

    /** It asks for at least its bound; else at most. */
    default boolean isFloor() {
        return kind() == Kind.SECOND_SOURCE;
    }

    /** It is there to spread the work, not because of what machines, halls and purses can do. */
    default boolean spreads() {
        return kind().spreads;
    }

    /** What breaks it needs a signature: no rule of the review weighs how bad that is. */
    default boolean needsAnOverride() {
        return kind().needsAnOverride;
    }

    /** The smallest step by which people would move it. */
    default BigDecimal step() {
        return measure().step;
    }

    /** One step looser. */
    default Limit loosened() {
        return at(isFloor() ? bound().subtract(step()).max(BigDecimal.ZERO) : bound().add(step()));
    }

    /** Just loose enough for a number that breaks it by so much, in whole steps. */
    default Limit loosenedBy(double excess) {
        BigDecimal steps = BigDecimal.valueOf(excess - Program.TOLERANCE).divide(step(), 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        BigDecimal by = steps.multiply(step());
        return at(Decimals.plain(isFloor() ? bound().subtract(by).max(BigDecimal.ZERO) : bound().add(by)));
    }

    /**
     * The sums that are bounded, each over shares of workloads; empty for those that are not sums of shares.
     *
     * @param problem whose allotments they go over
     */
    List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem);

    /** The sorts of limit. */
    enum Kind {
        LAYER_CAP(Measure.SHARE, true, false),
        SECOND_SOURCE(Measure.SHARE, true, false),
        MATURITY(Measure.SHARE, false, true),
        FOLLOWERS(Measure.SHARE, false, false),
        PROVIDERS(Measure.COUNT, false, false),
        BUDGET(Measure.MONEY, false, true),
        POWER(Measure.KILOWATT, false, true);

        private final Measure measure;
        private final boolean spreads;
        private final boolean needsAnOverride;

        Kind(Measure measure, boolean spreads, boolean needsAnOverride) {
            this.measure = measure;
            this.spreads = spreads;
            this.needsAnOverride = needsAnOverride;
        }

        /** What a signature under it names: {@code budget}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Words of the sorts that only a signature may move. */
        public static Set<String> signable() {
            return Arrays.stream(values()).filter(k -> k.needsAnOverride).map(Kind::word).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What a bound counts, and the least by which one would change it. */
    enum Measure {
        SHARE("0.01"),
        COUNT("1"),
        MONEY("1"),
        KILOWATT("1");

        private final BigDecimal step;

        Measure(String step) {
            this.step = new BigDecimal(step);
        }
    }

    /**
     * No more of all work than the bound rests on one entity of a layer (DIV-01, 02, 06, 07 and F-LOOK).
     *
     * @param bound 0–1
     */
    record LayerCap(Layer layer, String entity, BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.LAYER_CAP;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new LayerCap(layer, entity, other.min(BigDecimal.ONE), origin);
        }

        @Override
        public String subject() {
            return "share of the work on the " + layer.words() + " " + entity;
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of(a -> entity.equals(a.entities().get(layer)) ? problem.weight(a.workload()) : BigDecimal.ZERO);
        }
    }

    /**
     * If any one designer fails, what is left of a workload carries its critical part under surge (DIV-10,
     * m ≥ k ÷ (1 + s)); what has never run counts less (DIV-14).
     *
     * @param bound 0–1
     * @param coldCounts what a share on a stack that does not run today counts, 0–1
     */
    record SecondSource(String workload, BigDecimal bound, BigDecimal coldCounts, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.SECOND_SOURCE;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new SecondSource(workload, other, coldCounts, origin);
        }

        @Override
        public String subject() {
            return "share of " + workload + " ready with other designers if one fails";
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            TreeSet<String> designers = new TreeSet<>();
            problem.allotments().stream().filter(a -> a.workload().equals(workload)).forEach(a -> designers.add(a.designer()));
            return designers.stream().<Function<Allotment, BigDecimal>>map(designer -> a -> !a.workload().equals(workload) || a.designer().equals(designer)
                    ? BigDecimal.ZERO : a.warm() ? BigDecimal.ONE : coldCounts).toList();
        }
    }

    /**
     * An accelerator carries no more of a workload than it has proved it can (MAT-01).
     *
     * @param bound 0–1
     */
    record MaturityCap(String workload, String accelerator, BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.MATURITY;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new MaturityCap(workload, accelerator, other.min(BigDecimal.ONE), origin);
        }

        @Override
        public String subject() {
            return "share of " + workload + " on " + accelerator + " at its maturity";
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of(a -> a.workload().equals(workload) && a.accelerator().equals(accelerator) ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }

    /**
     * What is only fit to be a second source carries no more of a workload than what may lead it.
     *
     * @param bound 0–1
     */
    record Followers(String workload, BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.FOLLOWERS;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new Followers(workload, other.min(BigDecimal.ONE), origin);
        }

        @Override
        public String subject() {
            return "share of " + workload + " on offers that are fit to be a second source only";
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of(a -> a.workload().equals(workload) && !a.mayLead() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
    }

    /** No more providers than the buyer can keep (DIV-15). */
    record MostProviders(BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.PROVIDERS;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new MostProviders(other, origin);
        }

        @Override
        public String subject() {
            return "number of providers";
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of();
        }
    }

    /**
     * The month costs no more than the budget.
     *
     * @param bound in the currency of the problem
     */
    record Budget(BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.BUDGET;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new Budget(other, origin);
        }

        @Override
        public BigDecimal step() {
            // People round a budget to about a thousandth of it.
            return BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, bound.precision() - bound.scale() - 4));
        }

        @Override
        public String subject() {
            return "cost a month";
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of();
        }
    }

    /**
     * Own machines draw no more power than their site has free.
     *
     * @param bound kW
     */
    record SitePower(String site, BigDecimal bound, String origin) implements Limit {
        @Override
        public Kind kind() {
            return Kind.POWER;
        }

        @Override
        public Limit at(BigDecimal other) {
            return new SitePower(site, other, origin);
        }

        @Override
        public String subject() {
            return "power drawn at " + site;
        }

        @Override
        public List<Function<Allotment, BigDecimal>> sums(AllocationProblem problem) {
            return List.of(a -> site.equals(a.site()) ? a.kilowatts() : BigDecimal.ZERO);
        }
    }
}
