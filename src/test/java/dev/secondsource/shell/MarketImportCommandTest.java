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

        bench.run("market", "import", "aws-price-list", SAMPLES + "aws-price-list.json", "--provider", "aws", "--as-of", "2026-11-20", "--to", to, "--refused", refused.toString());

        assertThat(Files.readAllLines(refused)).hasSize(2).first().isEqualTo("file,line,reason,subject,what,mend");
    }

    @Test
    void writesRefusedRowsOverNothingThatIsReadOrDecidedOn() throws IOException {
        Path list = Files.writeString(place.resolve("list.csv"), "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nm.8,MI300X,8,14,eu-y\n");
        String before = Files.readString(list);

        int ofTheList = bench.run("market", "import", "skypilot", list.toString(), "--provider", "ovh", "--as-of", "2026-10-20", "--to", to, "--refused", place.resolve(".").resolve("list.csv").toString());
        int inTheMarket = bench.run("market", "import", "skypilot", list.toString(), "--provider", "ovh", "--as-of", "2026-10-20", "--to", to, "--refused", Path.of(to, "offers.csv").toString());

        assertThat(new int[] {ofTheList, inTheMarket}).containsExactly(2, 2);
        assertThat(list).hasContent(before.strip());
        assertThat(Path.of(to)).doesNotExist();
    }

    @Test
    void comparesAPriceInAnotherCurrencyWithThoseOfTheMarketAtTheRateOfTheDay() throws IOException {
        Path list = Files.writeString(place.resolve("list.csv"), "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\nm.8,MI300X,8,0.1,eu-z\nm.8,MI300X,8,14,eu-y\n");

        bench.run("market", "import", "skypilot", list.toString(), "--provider", "ovh", "--currency", "EUR", "--as-of", "2026-10-20", "--to", to);

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("1 far from its peers", "list.csv:2: m.8 in eu-z costs 0.0125 EUR per MI300X and hour", "in the market is", "1 prices of ovh");
    }

    @Test
    void takesNoPriceThatBeginsLaterOrHasEnded() throws IOException {
        String item = """
                {"currencyCode": "USD", "retailPrice": 48, "armRegionName": "%s", "armSkuName": "Standard_ND96isr_MI300X_v5", "productName": "ND MI300X v5", "skuName": "ND96isr",
                 "meterName": "ND96isr", "type": "Consumption", "unitOfMeasure": "1 Hour", "isPrimaryMeterRegion": true, "effectiveStartDate": "%s"%s}""";
        Path list = Files.writeString(place.resolve("list.json"), "{\"Items\": [" + String.join(",", item.formatted("eastus", "2026-10-20T00:00:00Z", ""), item.formatted("westus", "2026-10-21T00:00:00Z", ""),
                item.formatted("uksouth", "2026-01-01T00:00:00Z", ", \"effectiveEndDate\": \"2026-10-19T00:00:00Z\"")) + "]}");

        bench.run("market", "import", "azure-retail", list.toString(), "--provider", "microsoft", "--as-of", "2026-10-20", "--to", to);

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("2 not in force on the day of the list", "has this price from 2026-10-21, and the list is taken as of 2026-10-20", "MI300X: Standard_ND96isr_MI300X_v5 (1)");
    }

    @Test
    void aCreditLowersThePriceAndAddsNoHours() throws IOException {
        String charge = "p5.48xlarge,%s,USD,Usage,Standard,24,Hours,us-east-1,%s,2026-09-01T00:00:00Z,2026-09-02T00:00:00Z\n";
        Path list = Files.writeString(place.resolve("invoice.csv"), "x_InstanceType,EffectiveCost,BillingCurrency,ChargeCategory,PricingCategory,PricingQuantity,PricingUnit,RegionId,ListCost,ChargePeriodStart,ChargePeriodEnd\n"
                + charge.formatted("1200", "1320.96") + charge.formatted("-120", "0"));

        bench.run("market", "import", "focus", list.toString(), "--provider", "aws", "--as-of", "2026-10-20", "--to", to);

        assertThat(Files.readString(Path.of(to, "offers.csv"))).contains("1080 USD in 2 charges for 24 machine-hours").contains("2026-09-02");
        assertThat(Files.readAllLines(Path.of(to, "offers.csv"))).anyMatch(line -> line.startsWith("aws,p5.48xlarge,") && line.contains(",45,USD,"));
    }

    @Test
    void takesNoPriceOfAListThatBeginsAfterTheDay() {
        run("aws-price-list", "aws-price-list.json", "--provider", "aws");

        assertThat(bench.data().replaceAll("\\s+", " ")).contains("1 not in force on the day of the list", "has this price from 2026-11-01, and the list is taken as of 2026-10-20");
    }

    @Test
    void knowsAMachineOfOneChipByTheTableOfNames() throws IOException {
        Path list = Files.writeString(place.resolve("list.json"), """
                {"Items": [{"currencyCode": "USD", "retailPrice": 6.98, "armRegionName": "eastus", "armSkuName": "Standard_NC40ads_H100_v5", "productName": "NCads H100 v5",
                 "skuName": "NC40ads", "meterName": "NC40ads", "type": "Consumption", "unitOfMeasure": "1 Hour", "isPrimaryMeterRegion": true}]}""");

        int exitCode = bench.run("market", "import", "azure-retail", list.toString(), "--provider", "microsoft", "--as-of", "2026-10-20", "--to", to);

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("H100-NVL: Standard_NC40ads_H100_v5 (1)");
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
