package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MarketStatusCommandTest {
    private final Bench bench = Bench.with(new MarketStatusCommand(new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()))));

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
    void tellsSinceWhenExchangeRatesHoldAndWhatIsNotKnown() {
        bench.run("market", "status", "--as-of", "2026-10-31");

        assertThat(bench.data()).contains("Prices by source", "Planning rate of one euro: 1.1 US dollars, since 2020-01-01", "Not known", "power: Ascend-910C", "Stale after 270 days on demand, 90 days spot");
    }
}
