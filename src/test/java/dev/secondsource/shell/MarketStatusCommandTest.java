package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MarketStatusCommandTest {
    private final Bench bench = bench();

    private static Bench bench() {
        return Bench.with(new MarketStatusCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));
    }

    private static JsonNode status(String... options) {
        Bench bench = bench();
        assertThat(bench.run(Stream.concat(Stream.of("market", "status", "-o", "json"), Stream.of(options)).toArray(String[]::new))).isZero();
        return JsonMapper.shared().readTree(bench.data());
    }

    @Test
    void tellsOfEverySourceHowManyPricesHowOldAndHowManyStale() {
        assertThat(bench.run("market", "status", "--as-of", "2026-10-31", "-o", "json")).isZero();

        JsonNode status = JsonMapper.shared().readTree(bench.data());
        int rows = 0;
        for (JsonNode source : status.path("sources")) {
            rows += source.path("rows").asInt();
            assertThat(source.path("oldest").asString()).isLessThanOrEqualTo(source.path("newest").asString());
            assertThat(source.path("stale").asInt()).isBetween(0, source.path("rows").asInt());
            if (source.path("source").asString().startsWith("GPU price tracker")) {
                assertThat(source.path("rows").asInt()).isEqualTo(17);
                assertThat(source.path("stale").asInt()).isEqualTo(8);
            }
        }
        assertThat(rows).isEqualTo(status.path("prices").asInt()).isEqualTo(400);
    }

    @Test
    void tellsOfAnyDayTheEarlierPricesThatWereKnownThen(@TempDir Path place) throws IOException {
        Path market = Files.createDirectory(place.resolve("market"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/market"))) {
            for (Path file : files.toList()) Files.copy(file, market.resolve(file.getFileName()));
        }
        String row = "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,%s,USD,%s,on,a list,E1,\n";
        Files.writeString(market.resolve("offers.csv"), Files.readString(market.resolve("offers.csv")) + row.formatted("98.32", "2024-01-31") + row.formatted("98.31", "2024-06-30"));

        assertThat(earlier(status("--market", market.toString(), "--as-of", "2024-06-30"))).isEqualTo(1);
        assertThat(earlier(status("--market", market.toString(), "--as-of", "2024-06-29"))).isZero();
        assertThat(earlier(status("--market", market.toString(), "--as-of", "2026-10-31"))).isEqualTo(2);
        assertThat(earlier(status("--market", market.toString()))).isEqualTo(2);
    }

    private static int earlier(JsonNode status) {
        int earlier = 0;
        for (JsonNode source : status.path("sources")) earlier += source.path("earlier").asInt();
        return earlier;
    }

    @Test
    void tellsWhatTheLastImportOfAListRefusedAndWhereToReadWhy(@TempDir Path place) throws IOException {
        Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
        Path list = Files.writeString(Files.createDirectory(place.resolve("secret-deal")).resolve("vms.csv"), "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n"
                + "nb-8,H100,8,20,,DE\nnb-9,H100,8,-1,,DE\nnb-10,X900,8,20,,DE\nnb-11,X900,8,20,,DE\n");
        Path market = place.resolve("mine");
        assertThat(Bench.with(new MarketImportCommand(sources)).run("market", "import", "skypilot", list.toString(), "--provider", "nimbus", "--as-of", "2026-10-20", "--to", market.toString(), "--alias", "H100=H100-SXM",
                "--refused", place.resolve("why.csv").toString())).isZero();

        JsonNode status = status("--market", market.toString(), "--as-of", "2026-10-31");
        Bench person = bench();
        person.run("market", "status", "--market", market.toString(), "--as-of", "2026-10-31");

        assertThat(status.path("imports")).singleElement().satisfies(i -> {
            assertThat(i.path("source").asString()).isEqualTo("SkyPilot catalogue of nimbus, vms.csv, imported");
            assertThat(i.path("refused").asInt()).isEqualTo(3);
            assertThat(i.path("reasons")).hasSize(2);
            assertThat(i.path("refusedIn").asString()).isEqualTo("why.csv");
        });
        assertThat(status.path("sources")).filteredOn(s -> s.path("source").asString().contains("nimbus")).singleElement().satisfies(s -> assertThat(s.path("refused").asInt()).isEqualTo(3));
        assertThat(person.data().replaceAll("\\s+", " ")).contains("Last import of each list", "3 refused of SkyPilot catalogue of nimbus, vms.csv, imported: 2 accelerator not known, 1 price zero", "is in why.csv").doesNotContain("secret-deal");
        assertThat(Files.readString(market.resolve("imports.csv"))).doesNotContain("secret-deal");
        assertThat(status("--market", market.toString(), "--as-of", "2026-10-19").path("imports")).isEmpty();
    }

    @Test
    void tellsWhichExchangeRateIsUsedHowOldItIsAndWhatElseThereIs() {
        bench.run("market", "status", "--as-of", "2026-10-31");

        assertThat(bench.data()).containsPattern("EUR +1\\.1699 +rates\\.csv +2026-08-21 +71 +E1 +1\\.1 +not used").containsPattern("JPY +0\\.00630\\d+ +rates\\.csv, through EUR +2026-08-21 +71 +E1 +–");
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("rates of 11 days, 2024-03-28 to 2026-08-21, by European Central Bank", "cost.usd-per-eur: Planning rate of one euro, 1.1 US dollars, since 2020-01-01");
        assertThat(bench.data()).contains("Prices by source", "Not known", "power: Ascend-910C", "Stale after 270 days on demand, 90 days spot");
    }

    @Test
    void tellsThatARateToPlanWithIsUsedWhereNoDatedOneIsKnownOrYoungEnough() {
        JsonNode before = status("--as-of", "2024-01-31");
        JsonNode after = status("--as-of", "2027-09-30");

        assertThat(before.path("exchangeRates")).hasSize(3).allSatisfy(r -> assertThat(r.path("used").asString()).isEqualTo("policy"));
        assertThat(after.path("exchangeRates")).hasSizeGreaterThan(20).allSatisfy(r -> assertThat(r.path("used").asString())
                .isEqualTo(r.path("currency").asString().matches("EUR|GBP|CHF") ? "policy" : "none"));
        assertThat(after.path("planningRates")).allSatisfy(r -> assertThat(r.path("used").asBoolean()).isTrue());
    }
}
