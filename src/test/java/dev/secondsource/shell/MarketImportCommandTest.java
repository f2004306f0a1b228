package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketImportCommandTest {
    private static final String SAMPLES = "src/test/resources/catalogue/";

    @TempDir
    Path place;

    private Bench bench;
    private String to;

    @BeforeEach
    void commands() {
        Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));
        bench = Bench.with(new MarketImportCommand(sources), new EvaluateCommand(new Session(), sources), new MarketOffersCommand(sources));
        to = place.resolve("market").toString();
    }

    private int run(String format, String file, String... more) {
        String[] words = new String[8 + more.length];
        System.arraycopy(new String[] {"market", "import", format, SAMPLES + file, "--as-of", "2026-10-20", "--to", to}, 0, words, 0, 8);
        System.arraycopy(more, 0, words, 8, more.length);
        return bench.run(words);
    }

    @Test
    void tellsWhatWasTakenMergedAndRefusedAndWhatToDoNext() {
        int exitCode = run("skypilot", "skypilot-nimbus.csv", "--provider", "nimbus");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("SkyPilot catalogue of nimbus, as of 2026-10-20", "rows read", "taken", "merged", "refused", "1 accelerator not known", "skypilot-nimbus.csv:5: the market has no RTX9999",
                "MI300X: MI300X (2)", "New in regions.csv: DE (DE), north-2 (country not known).", "New in suppliers.yaml: nimbus", "Next: market status", "--as-of 2026-10-20. A decision of an earlier day");
        assertThat(bench.notes()).isEmpty();
    }

    @Test
    void asksNotForTheCountryThatItWasTold() {
        run("skypilot", "skypilot-nimbus.csv", "--provider", "nimbus", "--jurisdiction", "FR");

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("New in suppliers.yaml: nimbus, of which no more is known than that FR controls it.").doesNotContain("the country that controls it");
    }

    @Test
    void makesAMarketOnWhichADecisionCanBeMade() {
        run("skypilot", "skypilot-nimbus.csv", "--provider", "nimbus");

        int exitCode = bench.run("evaluate", "profiles/enterprise-serving-70b.yaml", "--market", to, "-o", "csv", "--as-of", "2026-10-31");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("nimbus:nb-8-mi300x:DE:on-demand");
    }

    @Test
    void printsJsonForPrograms() {
        int exitCode = run("azure-retail", "azure-retail.json", "--provider", "azure", "-o", "json");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("\"format\": \"azure-retail\"", "\"provider\": \"microsoft\"", "\"rows\": 9", "\"passedOver\": 4", "\"found\": 7", "\"reason\": \"unknown-machine\"", "\"line\":12",
                "\"region\":\"swedencentral\"");
    }

    @Test
    void importsMeasurementsWithoutASeller() {
        assertThat(run("mlperf", "mlperf.json")).isZero();
        assertThat(bench.data()).contains("results found", "measured speeds, 2 of them new", "MI355X");
    }

    @Test
    void writesEveryRefusedRowToAFile() throws IOException {
        Path refused = place.resolve("refused.csv");

        run("aws-price-list", "aws-price-list.json", "--provider", "aws", "--refused", refused.toString());

        assertThat(Files.readAllLines(refused)).hasSize(2).first().isEqualTo("file,line,reason,subject,what,mend");
    }

    @Test
    void needsToKnowWhoSellsAndWhenAndWhereTo() {
        assertThat(run("skypilot", "skypilot-aws.csv")).isEqualTo(2);
        assertThat(run("mlperf", "mlperf.json", "--provider", "aws")).isEqualTo(2);
        assertThat(bench.run("market", "import", "skypilot", SAMPLES + "skypilot-aws.csv", "--provider", "aws", "--to", to)).isEqualTo(2);
        assertThat(bench.run("market", "import", "skyplot", SAMPLES + "skypilot-aws.csv", "--provider", "aws", "--to", to, "--as-of", "2026-10-20")).isEqualTo(2);
        assertThat(bench.notes()).contains("--provider is missing", "--provider does not go with mlperf", "--as-of", "skyplot");
        assertThat(place.resolve("market")).doesNotExist();
    }

    @Test
    void saysInvalidInputOfAWrongFileAndOfOneThatGivesNothing() throws IOException {
        Path nothing = Files.writeString(place.resolve("nothing.csv"), "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\ncpu,,,1,DE\n");

        assertThat(run("focus", "skypilot-aws.csv", "--provider", "aws")).isEqualTo(3);
        assertThat(bench.run("market", "import", "skypilot", nothing.toString(), "--provider", "nimbus", "--to", to, "--as-of", "2026-10-20")).isEqualTo(3);
        assertThat(bench.notes()).contains("skypilot-aws.csv:1: has no columns EffectiveCost", "nothing could be taken: no row is about an accelerator");
        assertThat(place.resolve("market")).doesNotExist();
    }

    @Test
    void neverWritesWhatWasPaidIntoWhatIsPublished() {
        int exitCode = bench.run("market", "import", "focus", SAMPLES + "focus-aws.csv", "--provider", "aws", "--as-of", "2026-10-20", "--to", "src/main/resources/market");

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.notes()).contains("confidential");
    }
}
