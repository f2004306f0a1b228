package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MarketHistoryCommandTest {
    private static final String ID = "aws:p5.48xlarge:us-east-1:on-demand";

    @TempDir
    Path market;

    private Bench bench;

    @BeforeEach
    void aMarketWithAHistory() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/market"))) {
            for (Path file : files.toList()) Files.copy(file, market.resolve(file.getFileName()));
        }
        Files.write(market.resolve("offers.csv"), List.of("aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,98.32,USD,2025-01-15,on,an old list,E1,",
                "aws,p5.48xlarge,H100-SXM,8,machine,us-east-1,,on-demand,,56,USD,2026-07-01,on,a tracker,E2,"), StandardOpenOption.APPEND);
        bench = Bench.with(new MarketHistoryCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));
    }

    private int run(String... words) {
        return bench.run(Stream.concat(Stream.of("market", "history"), Stream.concat(Stream.of(words), Stream.of("--market", market.toString()))).toArray(String[]::new));
    }

    @Test
    void showsEveryPriceWithItsSourceAndWhatChanged() {
        assertThat(run(ID)).isZero();

        assertThat(bench.data()).containsSubsequence("2025-01-15", "12.29", "E1", "an old list", "2026-07-01", "7.00", "-43 %", "E2", "a tracker", "2026-07-20", "6.88", "-1.7 %")
                .containsSubsequence("12.29 |o---", "6.88 |", "2025-01-15", "2026-07-20");
    }

    @Test
    void leavesOutWhatWasNotYetKnown() {
        run(ID, "--as-of", "2026-07-19", "-o", "csv");

        assertThat(bench.data().lines()).hasSize(3).element(2).asString().startsWith(ID + ",2026-07-01,,56.00,7,USD,hour,-0.430431,E2,");
    }

    @Test
    void showsAllThatAProviderSellsOfAPart() {
        run("aws", "h100-sxm", "-o", "json");

        JsonNode offers = JsonMapper.shared().readTree(bench.data()).path("offers");
        assertThat(offers.size()).isGreaterThan(3);
        for (JsonNode offer : offers) assertThat(offer.path("id").asString()).startsWith("aws:");
        for (JsonNode offer : offers) assertThat(offer.path("prices")).hasSize(offer.path("id").asString().equals(ID) ? 3 : 1);
    }

    @Test
    void drawsNothingOfASinglePrice() {
        run("runpod:mi300x:secure:on-demand");

        assertThat(bench.data()).contains("1.99").doesNotContain(" |");
    }

    @Test
    void saysWhatWasMeant() {
        assertThat(run("aws:p5.48xlarge:us-east-1:ondemand")).isEqualTo(2);
        assertThat(run("aws", "H100")).isEqualTo(2);

        assertThat(bench.notes()).contains("did you mean " + ID + "?", "no price of aws for \"H100\" is in this market; it has A100-40GB");
    }
}
