package dev.secondsource.benchmark;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocating;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.AllocationProblem;
import dev.secondsource.allocation.Effort;
import dev.secondsource.allocation.Grown;
import dev.secondsource.decision.AllocationProblems;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to allocate to within half a per cent of the least cost, by the number of workloads and by how many
 * times the offers of the bundled market there are; the gap reached and the linear programs of the first search are
 * printed after each. Run it with {@code -Dbenchmark=AllocationBenchmark}, see {@link DecisionBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AllocationBenchmark {
    private static final double GAP = 0.005;
    private static final int MOST_PROGRAMS = 2000;

    /** Workloads × offers. */
    @Param({"1x1", "2x1", "4x1", "8x1", "16x1", "8x2", "8x4", "8x8"})
    public String size;

    private final Effort effort = new Effort(GAP, MOST_PROGRAMS, () -> false);
    private AllocationProblem problem;
    private Allocation allocation;

    @Setup
    public void pose() {
        String[] parts = size.split("x");
        problem = Grown.timesOffers(AllocationProblems.of(AllocationProblems.buyerOf(Integer.parseInt(parts[0])), Shipped.market()), Integer.parseInt(parts[1]));
    }

    /** The answer alone. */
    @Benchmark
    public boolean solve() {
        return Grown.isSolved(problem, effort);
    }

    /** The answer, what its limits cost, and what would have to give way. */
    @Benchmark
    public Allocation allocate() {
        allocation = Allocating.allocate(problem, effort);
        return allocation;
    }

    @TearDown
    public void tell() {
        if (allocation != null)
            System.out.printf(Locale.ROOT, "%n%s: %d allotments, gap %s after %d programs, gap asked for reached: %s%n", size, problem.allotments().size(),
                    allocation.search().gap().toPlainString(), allocation.search().programs(), allocation.search().complete());
    }
}
