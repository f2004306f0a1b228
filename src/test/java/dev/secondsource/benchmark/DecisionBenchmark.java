package dev.secondsource.benchmark;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.profile.BuyerProfile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Whole decisions per second on the bundled market and rules, and the share of a decision that is spent in asking the
 * rules, printed after each profile. Run it with
 *
 * <pre>mvn -q -B -Pbenchmark test-compile exec:exec@benchmark</pre>
 *
 * and a part of it with {@code -Dbenchmark=NAME}, a regular expression.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecisionBenchmark {
    @Param({"enterprise-serving-70b", "frontier-lab"})
    public String profile;

    private BuyerProfile buyer;
    private Market market;
    private TimedKnowledge knowledge;
    private long deciding;

    @Setup
    public void read() {
        buyer = ProfileFiles.read(Path.of("profiles", profile + ".yaml")).orThrow().profile();
        market = MarketFiles.bundled().orThrow();
        knowledge = TimedKnowledge.of(KnowledgeFiles.bundled().orThrow());
    }

    /** What a warm-up took says nothing of the share. */
    @Setup(Level.Iteration)
    public void forget() {
        knowledge.forget();
        deciding = 0;
    }

    @Benchmark
    public Decision decide() {
        long start = System.nanoTime();
        Decision decision = DecisionMaker.decide(buyer, market, knowledge.base(), buyer.asOf()).orThrow();
        deciding += System.nanoTime() - start;
        return decision;
    }

    @TearDown(Level.Trial)
    public void tell() {
        System.out.printf(Locale.ROOT, "%n%s: %.2f of a decision is spent in the rules%n", profile, (double) knowledge.nanos() / deciding);
    }
}
