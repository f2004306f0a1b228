package dev.secondsource.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.market.Market;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Plausible;
import dev.secondsource.profile.BuyerProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time grows with the offers and not with their square: a machine that is four times as slow for the larger market still
 * passes, and work that grows with the square does not.
 */
class LinearGrowthTest {
    private static final int TIMES = 16;
    private static final double MOST = 4;

    @TempDir
    Path place;

    @Test
    void loadingAndVerifyingGrowWithTheOffers() throws IOException {
        Path small = written(1000);
        Path large = written(1000 * TIMES);
        assertThat(ratio(() -> verify(small), () -> verify(large), 3)).isLessThan(MOST * TIMES);
    }

    private static void verify(Path folder) {
        Market market = MarketFiles.in(folder).orThrow();
        assertThat(Oddity.of(market, new Plausible(5, 2, 1, 0.1))).isEmpty();
        assertThat(market.visibleAt(LocalDate.of(2026, 10, 31)).offers()).hasSameSizeAs(market.offers());
    }

    @Test
    void decidingGrowsWithTheOffers() throws IOException {
        BuyerProfile buyer = ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow().profile();
        Market few = MarketFiles.in(written(400)).orThrow();
        Market many = MarketFiles.in(written(400 * TIMES / 2)).orThrow();

        double ratio = ratio(() -> DecisionMaker.decide(buyer, few, Shipped.knowledge(), buyer.asOf()), () -> DecisionMaker.decide(buyer, many, Shipped.knowledge(), buyer.asOf()), 1);

        assertThat(ratio).isLessThan(MOST * TIMES / 2);
    }

    /** The bound would catch work that grows with the square. */
    @Test
    void comparingEveryOfferWithEveryOtherDoesNotPass() {
        List<Integer> numbers = new ArrayList<>();
        IntConsumer compareAll = n -> {
            int found = 0;
            for (int a = 0; a < n; a++) for (int b = 0; b < n; b++) if (Integer.toString(a ^ b).hashCode() == n) found++;
            numbers.add(found);
        };

        assertThat(ratio(() -> compareAll.accept(500), () -> compareAll.accept(500 * TIMES), 2)).isGreaterThan(MOST * TIMES);
    }

    private Path written(int offers) throws IOException {
        return LargeMarket.write(Files.createDirectory(place.resolve("m" + offers)), offers);
    }

    /** The least of several ratios, the code being warm: noise makes one of them large, the square of the offers all of them. */
    private static double ratio(Runnable small, Runnable large, int runs) {
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 4 && least > TIMES; attempt++) {
            fastest(small, runs);
            double ratio = (double) fastest(large, runs) / fastest(small, runs);
            least = Math.min(least, ratio);
        }
        return least;
    }

    private static long fastest(Runnable run, int runs) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            run.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }
}
