package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.secondsource.report.DecisionRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A buyer who counts in another currency than the market. */
class CurrencyTest {
    private static final String OFFER = "crusoe:h200-sxm:unspecified:on-demand";

    @TempDir
    Path place;

    private Bench bench;
    private Path market;

    @BeforeEach
    void commands() throws IOException {
        Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
        Session session = new Session();
        bench = Bench.with(new EvaluateCommand(session, sources), new ExplainCommand(session, sources));
        market = Files.createDirectory(place.resolve("market"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/market"))) {
            for (Path file : files.toList()) Files.copy(file, market.resolve(file.getFileName()));
        }
    }

    private String buyer(String currency) throws IOException {
        String text = Files.readString(Path.of("profiles/enterprise-serving-70b.yaml"));
        assertThat(text).contains("currency: USD");
        return Files.writeString(place.resolve(currency + ".yaml"), text.replace("currency: USD", "currency: " + currency)).toString();
    }

    private void rates(String... rows) throws IOException {
        Files.writeString(market.resolve("rates.csv"), "from,to,rate,date,date_basis,source,grade\n" + String.join("\n", List.of(rows)) + "\n");
    }

    @Test
    void aMissingRateLeavesThePriceUnknownAndIsNamed() throws IOException {
        rates();

        int exitCode = bench.run("evaluate", buyer("JPY"), "--market", market.toString(), "-o", "json");

        assertThat(exitCode).isEqualTo(4);
        JsonNode record = JsonMapper.shared().readTree(bench.data());
        assertThat(verdict(record).at("/price/amount").asString()).isEqualTo("4.29");
        assertThat(verdict(record).has("unitCost")).isTrue();
        assertThat(verdict(record).path("unitCost").isNull()).isTrue();
        assertThat(bench.data()).contains("the exchange rate USD/JPY on 2026-10-31 (rates.csv of the market) is missing");
    }

    @Test
    void aRateMakesItKnownAndStandsBesideTheOriginal() throws IOException {
        rates("EUR,USD,1.25,2026-10-01,on,a central bank,E1", "EUR,JPY,200,2026-10-02,on,a central bank,E1");

        int exitCode = bench.run("evaluate", buyer("JPY"), "--market", market.toString(), "-o", "json");

        assertThat(exitCode).isZero();
        JsonNode price = verdict(JsonMapper.shared().readTree(bench.data())).path("price");
        assertThat(price.path("amount").asString() + " " + price.path("currency").asString()).isEqualTo("4.29 USD");
        assertThat(price.at("/converted/amount").asString() + " " + price.at("/converted/currency").asString()).isEqualTo("686.40 JPY");
        assertThat(price.at("/converted/rates")).hasSize(2);
        assertThat(price.at("/converted/rates/0/date").asString()).isEqualTo("2026-10-01");
        Path record = Files.writeString(place.resolve("record.json"), bench.data());
        assertThat(dev.secondsource.files.RecordFiles.read(record).orThrow().decision().workloads().get(0).candidates()).filteredOn(c -> c.offer().id().equals(OFFER))
                .singleElement().satisfies(c -> assertThat(c.cost().conversion().words()).isEqualTo("1 EUR = 1.25 USD of 2026-10-01 and 1 EUR = 200 JPY of 2026-10-02"));
        try (InputStream schema = DecisionRecord.class.getResourceAsStream(DecisionRecord.SCHEMA_RESOURCE)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(bench.data(), InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void theRatesThatShipMakeADollarPriceOneInYenByWayOfTheEuro() throws IOException {
        int exitCode = bench.run("evaluate", buyer("JPY"), "--market", market.toString(), "-o", "json");

        assertThat(exitCode).isZero();
        JsonNode converted = verdict(JsonMapper.shared().readTree(bench.data())).at("/price/converted");
        // 4.29 USD x 185.66 JPY/EUR / 1.1699 USD/EUR
        assertThat(converted.path("amount").asString()).startsWith("680.81");
        assertThat(converted.at("/rates/0/date").asString()).isEqualTo("2026-08-21");
    }

    @Test
    void anOldRateWeakensThePriceAndNotTheComparison() throws IOException {
        rates("USD,JPY,160,2026-06-01,on,a mirror,E3");

        bench.run("evaluate", buyer("JPY"), "--market", market.toString(), "-o", "json");

        JsonNode verdict = verdict(JsonMapper.shared().readTree(bench.data()));
        assertThat(verdict.path("grade").asString()).isEqualTo("E4");
        assertThat(StreamSupport.stream(verdict.path("findings").spliterator(), false).filter(f -> f.path("rule").asString().equals("CPF-02")).toList())
                .singleElement().satisfies(f -> assertThat(f.path("grade").asString()).isNotEqualTo("E4"));
    }

    @Test
    void anExplanationTellsPriceAndRate() throws IOException {
        rates("USD,JPY,160,2026-10-01,on,a central bank,E1");

        bench.run("explain", buyer("JPY"), "--market", market.toString(), "--offer", OFFER);

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("price: 4.29 USD", "price in JPY: 686.40 JPY at 1 USD = 160 JPY of 2026-10-01", "exchange rate USD/JPY: a central bank, 2026-10-01");
    }

    private static JsonNode verdict(JsonNode record) {
        return StreamSupport.stream(record.path("verdicts").spliterator(), false).filter(v -> v.path("offer").asString().equals(OFFER)).findFirst().orElseThrow();
    }

    @Test
    void theRateThatAmountsAreTakenAtStandsAmongWhatIsAssumed() throws IOException {
        rates("EUR,USD,1.25,2026-09-30,on,the central bank,E1", "EUR,JPY,160,2026-08-31,on,the treasury,E2");

        bench.run("evaluate", buyer("USD"), "--market", market.toString());
        String inDollars = bench.data();
        bench.run("evaluate", buyer("JPY"), "--market", market.toString());

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("Prices in USD are taken at 1 EUR = 1.25 USD of 2026-09-30 and 1 EUR = 160 JPY of 2026-08-31 (the central bank, E1; the treasury, E2).");
        assertThat(inDollars).doesNotContain("are taken at 1 ");
    }
}
