package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.allocation.AllocationProblem.Work;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every allocation, on problems small enough to try every split of a grid of a twentieth. */
class AllocatingPropertiesTest {
    private static final int LOTS = 20;
    private static final double NOISE = 1e-9;
    /** To the cent and what ranks weigh. */
    private static final double CENTS = 0.05;

    /** Machines of a twentieth of a workload each make the grid exact: enumeration is the oracle. */
    @Property(tries = 60, seed = "1973")
    void costsWhatTheBestSplitOfAGridCosts(@ForAll("seeds") long seed) {
        AllocationProblem problem = onAGrid(new Random(seed));

        Optional<Solving> solved = Solving.of(problem, Problems.EXACT);

        Optional<Double> enumerated = Enumeration.least(problem, LOTS);
        assertThat(solved.isPresent()).isEqualTo(enumerated.isPresent());
        solved.ifPresent(s -> assertThat(s.placement().total().amount().doubleValue()).isCloseTo(enumerated.get(), org.assertj.core.data.Offset.offset(CENTS)));
    }

    @Property(tries = 60, seed = "1973")
    void holdsEveryLimitAndPlacesAllWork(@ForAll("seeds") long seed) {
        AllocationProblem problem = any(new Random(seed));

        Solving.of(problem, Problems.EXACT).ifPresent(s -> {
            Map<String, BigDecimal> placed = new TreeMap<>();
            s.placement().parts().forEach(p -> placed.merge(p.allotment().workload(), p.share(), BigDecimal::add));
            assertThat(placed).hasSize(problem.works().size());
            assertThat(placed.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("1"));
            for (Limit limit : problem.limits()) {
                double value = s.placement().value(limit, problem).doubleValue();
                if (limit.isFloor()) assertThat(value).as(limit.subject()).isGreaterThanOrEqualTo(limit.bound().doubleValue() - NOISE);
                else assertThat(value).as(limit.subject()).isLessThanOrEqualTo(limit.bound().doubleValue() + NOISE);
            }
        });
    }

    @Property(tries = 50, seed = "1973")
    void costsNoLessUnderATighterCap(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        AllocationProblem problem = any(random);
        Limit cap = problem.limits().get(random.nextInt(problem.limits().size()));
        Limit tighter = cap.at(cap.isFloor() ? cap.bound().add(new BigDecimal("0.05")) : cap.bound().subtract(new BigDecimal("0.05")));

        Optional<Solving> before = Solving.of(problem, Problems.EXACT);
        Optional<Solving> after = Solving.of(problem.replacing(cap, tighter), Problems.EXACT);

        if (before.isEmpty()) assertThat(after).isEmpty();
        else after.ifPresent(a -> assertThat(a.placement().total().amount().doubleValue()).isGreaterThanOrEqualTo(before.get().placement().total().amount().doubleValue() - CENTS));
    }

    @Property(tries = 50, seed = "1973")
    void isMovedByNoDominatedOffer(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        AllocationProblem problem = any(random);
        Allotment like = problem.allotments().get(random.nextInt(problem.allotments().size()));
        Allotment dominated = new Allotment(like.workload(), "a copy", like.accelerator(), like.entities(), 99, like.cap(), like.perMonth().times(new BigDecimal("1.1")),
                like.accelerators(), like.blocks(), like.movingPerMonth(), false, like.conditional(), like.warm(), like.site(), like.kilowatts());
        List<Allotment> more = new ArrayList<>(problem.allotments());
        more.add(random.nextInt(more.size()), dominated);

        AllocationProblem larger = AllocationProblem.over(Money.USD, problem.works(), more, problem.limits(), problem.smallestShare(), List.of());

        assertThat(Solving.of(larger, Problems.EXACT).map(Solving::placement)).isEqualTo(Solving.of(problem, Problems.EXACT).map(Solving::placement));
    }

    @Property(tries = 50, seed = "1973")
    void isMovedByNoOrder(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        AllocationProblem problem = any(random);
        List<Allotment> shuffled = new ArrayList<>(problem.allotments());
        Collections.shuffle(shuffled, random);

        AllocationProblem other = AllocationProblem.over(Money.USD, problem.works(), shuffled, problem.limits(), problem.smallestShare(), List.of());

        assertThat(Allocating.allocate(other, Problems.EXACT)).isEqualTo(Allocating.allocate(problem, Problems.EXACT));
    }

    @Property(tries = 25, seed = "1973")
    void namesAConflictThatIsOneAndAWayOutThatIsOne(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        AllocationProblem problem = any(random).limits(l -> l.isFloor() ? l : l.at(l.bound().subtract(new BigDecimal("0.3")).max(new BigDecimal("0.05"))));
        if (Solving.of(problem, Problems.EXACT).isPresent()) return;

        Allocation.Conflict conflict = Allocating.allocate(problem, Problems.EXACT).conflict();

        assertThat(Solving.isPossible(problem.under(conflict.limits()), Problems.EXACT)).isFalse();
        for (Limit limit : conflict.limits())
            assertThat(Solving.isPossible(problem.under(conflict.limits().stream().filter(l -> l != limit).toList()), Problems.EXACT)).as("without " + limit.subject()).isTrue();
        for (Allocation.Relaxed way : conflict.relaxations())
            assertThat(Solving.isPossible(problem.replacing(way.limit(), way.limit().at(way.to())), Problems.EXACT)).isTrue();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** One or two workloads, three to five offers, every machine a twentieth of its workload. */
    private static AllocationProblem onAGrid(Random random) {
        return problem(random, 1 + random.nextInt(2), 3, "0.05", () -> LOTS);
    }

    private static AllocationProblem any(Random random) {
        return problem(random, 1 + random.nextInt(3), 3 + random.nextInt(4), random.nextBoolean() ? "0" : "0.05", () -> random.nextBoolean() ? null : 1 + random.nextInt(30));
    }

    private static AllocationProblem problem(Random random, int workloads, int offers, String smallest, java.util.function.Supplier<Integer> blocks) {
        List<Work> works = new ArrayList<>();
        List<Allotment> allotments = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        BigDecimal weight = workloads == 1 ? BigDecimal.ONE : workloads == 2 ? new BigDecimal("0.5") : new BigDecimal("0.25");
        for (int w = 0; w < workloads; w++) {
            String id = "w" + w;
            boolean[] moves = {random.nextInt(3) == 0, random.nextInt(3) == 0, random.nextInt(3) == 0};
            works.add(new Work(id, w == workloads - 1 ? BigDecimal.ONE.subtract(weight.multiply(BigDecimal.valueOf(w))) : weight));
            for (int o = 0; o < offers; o++) {
                int number = random.nextInt(3);
                String designer = "d" + number;
                String cap = random.nextInt(3) == 0 ? "0.35" : "1";
                allotments.add(new Problems.Offer(id, id + "o" + o, designer, "p" + random.nextInt(4), Integer.toString(1000 + random.nextInt(1000)), blocks.get(), cap,
                        moves[number] ? "20" : "0", o == 0 || random.nextInt(3) > 0, random.nextInt(4) > 0, o + 1).allotment());
                if (cap.equals("0.35") && limits.stream().noneMatch(l -> l.equals(maturity(id, designer + "-chip")))) limits.add(maturity(id, designer + "-chip"));
            }
            if (random.nextInt(3) == 0) limits.add(new Limit.SecondSource(id, new BigDecimal("0.2"), new BigDecimal("0.5"), "test"));
            limits.add(new Limit.Followers(id, new BigDecimal("0.5"), "test"));
        }
        for (int d = 0; d < 3; d++) limits.add(Problems.cap(Layer.DESIGNER, "d" + d, "0.65"));
        for (int p = 0; p < 4; p++) limits.add(Problems.cap(Layer.PROVIDER, "p" + p, "0.65"));
        if (random.nextBoolean()) limits.add(new Limit.MostProviders(new BigDecimal("2"), "test"));
        return AllocationProblem.over(Money.USD, works, allotments, limits, new BigDecimal(smallest), List.of());
    }

    private static Limit maturity(String workload, String accelerator) {
        return new Limit.MaturityCap(workload, accelerator, new BigDecimal("0.35"), "test");
    }
}
