package dev.secondsource.benchmark;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Plausible;
import dev.secondsource.profile.BuyerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * How long it takes to load, to verify and to decide on a market, by its offers, and how much memory market and decision
 * then hold, printed after each. 393 offers are the bundled market. Run it with {@code -Dbenchmark=MarketSizeBenchmark},
 * see {@link DecisionBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Xmx2g", "-Ddrools.parallelRulesBuildThreshold=-1"})
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class MarketSizeBenchmark {
    private static final int MEBIBYTE = 20;

    @Param({"393", "1000", "10000", "100000"})
    public int offers;

    private Path folder;
    private BuyerProfile buyer;
    private KnowledgeBase knowledge;
    private Market market;
    private Object held;

    @Setup
    public void write() throws IOException {
        folder = LargeMarket.write(Files.createTempDirectory("market-size"), offers);
        buyer = ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow().profile();
        knowledge = KnowledgeFiles.bundled().orThrow();
        market = MarketFiles.in(folder).orThrow();
    }

    @Benchmark
    public Market load() {
        Market loaded = MarketFiles.in(folder).orThrow();
        held = loaded;
        return loaded;
    }

    @Benchmark
    public List<Oddity> verify() {
        MarketFiles.Verified verified = MarketFiles.verify(folder);
        held = verified;
        return Oddity.of(verified.sound(), new Plausible(5, 2, 1, 0.1));
    }

    @Benchmark
    public Decision decide() {
        Decision decision = DecisionMaker.decide(buyer, market, knowledge, buyer.asOf()).orThrow();
        held = decision;
        return decision;
    }

    @TearDown
    public void tell() throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(Locale.ROOT, "%n%d offers: %d MiB held with a %s%n", offers, runtime.totalMemory() - runtime.freeMemory() >> MEBIBYTE, held.getClass().getSimpleName());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
