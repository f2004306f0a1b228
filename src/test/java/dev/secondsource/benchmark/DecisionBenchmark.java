package dev.secondsource.benchmark;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole decisions per second. Run it with
 *
 * <pre>mvn -q -B -Pbenchmark test-compile exec:exec</pre>
 *
 * and a part of it with {@code -Dbenchmark=NAME}, a regular expression.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private final Money price = Money.usd("98.32");
    private final Money incumbent = Money.usd("55.04");

    /** The smallest step of a decision, until there is one to measure: rho of two prices. */
    @Benchmark
    public BigDecimal rho() {
        return price.ratioTo(incumbent);
    }
}
