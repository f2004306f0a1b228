package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.catalogue.Format;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policies;
import dev.secondsource.quantity.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of an earlier day adds to the history of a market, whenever it comes. */
class BackfillTest {
    private static final String HEADER = "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region,AvailabilityZone\n";
    private static final String OFFER = "aws:p5.48xlarge:us-east-1:on-demand";

    @TempDir
    Path place;

    private Path market(String name) throws IOException {
        Path market = Files.createDirectory(place.resolve(name));
        new SampleMarket(market).read().orThrow();
        return market;
    }

    private MarketImport.Done imported(Path market, String day, String provider, String rows) throws IOException {
        Path list = Files.writeString(place.resolve(provider + "-" + day + ".csv"), HEADER + rows);
        return MarketImport.run(new MarketImport.Order(Format.SKYPILOT, List.of(list), provider, Optional.of("DE"), LocalDate.parse(day), market, Optional.empty(), "USD", Optional.empty(), Map.of(), Optional.empty(),
                Policies.of("import.memory-tolerance", "0.1", "import.far-from-peers", "10", "import.least-peers", "2"))).orThrow();
    }

    private static Money price(Market market, String day) {
        return market.visibleAt(LocalDate.parse(day)).offers().stream().filter(o -> o.id().equals(OFFER)).map(Offer::price).findFirst().orElse(null);
    }

    @Test
    void anEarlierPriceHoldsUntilTheNextOneBeginsAndReplacesNone() throws IOException {
        MarketImport.Done done = imported(market("m"), "2026-03-01", "aws", "p5.48xlarge,H100,8,60,,us-east-1,\n");

        assertThat(done.imported()).returns(1L, i -> i.history()).returns(0L, i -> i.added()).returns(0L, i -> i.replaced());
        assertThat(price(done.market(), "2026-02-28")).isNull();
        assertThat(price(done.market(), "2026-03-01")).isEqualTo(Money.usd("60"));
        assertThat(price(done.market(), "2026-05-31")).isEqualTo(Money.usd("60"));
        assertThat(price(done.market(), "2026-06-01")).isEqualTo(Money.usd("55.04"));
        assertThat(done.market().history(OFFER)).extracting(Offer::price).containsExactly(Money.usd("60"), Money.usd("55.04"));
    }

    @Test
    void aPriceBetweenTwoDaysEndsTheOneBefore() throws IOException {
        Path market = market("m");
        imported(market, "2026-01-01", "aws", "p5.48xlarge,H100,8,70,,us-east-1,\n");

        Market now = imported(market, "2026-03-01", "aws", "p5.48xlarge,H100,8,60,,us-east-1,\n").market();

        assertThat(price(now, "2026-02-28")).isEqualTo(Money.usd("70"));
        assertThat(price(now, "2026-03-01")).isEqualTo(Money.usd("60"));
        assertThat(price(now, "2026-06-01")).isEqualTo(Money.usd("55.04"));
    }

    @Test
    void anEarlierListImportedAgainChangesNothing() throws IOException {
        Path market = market("m");
        imported(market, "2026-03-01", "aws", "p5.48xlarge,H100,8,60,,us-east-1,\np5.48xlarge,H100,8,-60,,eu-west-1,\n");
        Map<String, String> before = files(market);

        MarketImport.Done again = imported(market, "2026-03-01", "aws", "p5.48xlarge,H100,8,60,,us-east-1,\np5.48xlarge,H100,8,-60,,eu-west-1,\n");

        assertThat(again).returns(false, MarketImport.Done::written).returns(false, MarketImport.Done::logged);
        assertThat(files(market)).isEqualTo(before);
    }

    @Test
    void anotherPriceOnADayThatIsOnFileIsAConflict() throws IOException {
        MarketImport.Done done = imported(market("m"), "2026-06-01", "aws", "p5.48xlarge,H100,8,60,,us-east-1,\n");

        assertThat(done.imported().refused().byReason()).containsOnlyKeys(dev.secondsource.catalogue.Reason.CONFLICT);
        assertThat(price(done.market(), "2026-06-01")).isEqualTo(Money.usd("55.04"));
    }

    /** A list of one day, as it may be drawn: prices within a factor of two, spot below on demand, some machines and sellers new. */
    private record Published(String day, String provider, String rows) {
        static Published drawn(Random random, int month) {
            String provider = random.nextBoolean() ? "aws" : "nimbus";
            StringBuilder rows = new StringBuilder();
            for (String region : List.of("us-east-1", "eu-west-1"))
                for (String machine : provider.equals("aws") ? List.of("p5.48xlarge,H100,8", "p5.4xlarge,H100,1") : List.of("nb-8,H100,8", "nb-g,Gaudi3,8")) {
                    if (random.nextInt(3) == 0) continue;
                    int chips = Integer.parseInt(machine.substring(machine.lastIndexOf(',') + 1));
                    int cents = (500 + random.nextInt(400)) * chips;
                    rows.append(machine).append(',').append(cents / 100.0).append(',').append(random.nextBoolean() ? String.valueOf(cents / 200.0) : "").append(',').append(region).append(",\n");
                }
            if (rows.isEmpty()) rows.append(provider.equals("aws") ? "p5.48xlarge,H100,8,50,,us-east-1,\n" : "nb-8,H100,8,50,,us-east-1,\n");
            return new Published("2025-%02d-15".formatted(month), provider, rows.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void listsInAnyOrderMakeTheSameMarket(long seed) throws IOException {
        Random random = new Random(seed);
        List<Published> lists = new ArrayList<>();
        for (int month = 1; month <= 5; month++) lists.add(Published.drawn(random, month));
        List<Published> shuffled = new ArrayList<>(lists);
        Collections.shuffle(shuffled, random);
        Collections.reverse(lists);

        Market one = all(market("one"), lists);
        Market other = all(market("other"), shuffled);

        assertThat(MarketDigest.of(other)).isEqualTo(MarketDigest.of(one));
        assertThat(one.offers()).hasSizeGreaterThan(8);
    }

    private Market all(Path market, List<Published> lists) throws IOException {
        for (Published list : lists) {
            MarketImport.Done done = imported(market, list.day(), list.provider(), list.rows());
            assertThat(done.imported().refused().count()).as(list.toString()).isZero();
        }
        return MarketFiles.in(market).orThrow();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new java.util.TreeMap<>();
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }
}
