package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are plausible and wrong are caught, each by its own check, and their right neighbours are not. */
class PlausibilityTest {
    private static final String INFO = "\"{'Gpus': [{'Name': '%s', 'Count': 8, 'MemoryInfo': {'SizeInMiB': %s}}]}\"";

    private final Lists nimbus = Lists.of("nimbus");

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-19.2", "free", "19,200.5x", "1.2.3"})
    void refusesWhatIsNoPrice(String price) {
        nimbus.skypilot("nb-8,MI300X,8,,\"" + price + "\",,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.NOT_A_PRICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.2", "19.20", "1.92e1", "$19.2", "USD 19.2"})
    void takesAPriceHoweverItIsWritten(String price) {
        Imported imported = nimbus.skypilot("nb-8,MI300X,8,," + price + ",,DE,");

        assertThat(Lists.rows(imported)).containsExactly("nb-8 MI300X x8 DE ON_DEMAND 19.2");
    }

    @Test
    void refusesAnotherCurrencyUnlessItIsTheOneExpected() {
        nimbus.skypilot("nb-8,MI300X,8,,€19.2,,DE,");
        Imported euro = Lists.of("nimbus").in("EUR").skypilot("nb-8,MI300X,8,,€19.2,,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.OTHER_CURRENCY);
        assertThat(nimbus.refusals().get(0).what()).contains("priced in EUR, and USD is expected");
        assertThat(euro.offers()).hasSize(1);
    }

    @Test
    void refusesAPriceListInAnotherCurrency() {
        Lists aws = Lists.of("aws");

        aws.read(Format.AWS_PRICE_LIST, "{\"products\":{\"S\":{\"productFamily\":\"Compute Instance\",\"attributes\":{\"instanceType\":\"p5.48xlarge\",\"regionCode\":\"cn-north-1\"}}},"
                + "\"terms\":{\"OnDemand\":{\"S\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"Hrs\",\"pricePerUnit\":{\"CNY\":\"400\"}}}}}}}}");

        assertThat(aws.reasons()).containsExactly(Reason.OTHER_CURRENCY);
    }

    @ParameterizedTest
    @CsvSource({"9.9, 20, 20.01, SPOT_ABOVE_ON_DEMAND", "9.9, 20, 20, ", "9.9, 20, 8, "})
    void refusesSpotDearerThanOnDemandAndNotSpotAsDear(String ignored, String onDemand, String spot, Reason reason) {
        nimbus.skypilot("nb-8,MI300X,8,," + onDemand + "," + spot + ",DE,");

        assertThat(nimbus.reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @Test
    void comparesSpotWithOnDemandOfTheSameRegionOnly() {
        nimbus.skypilot("nb-8,MI300X,8,,20,,DE,", "nb-8,MI300X,8,,30,25,FR,");

        assertThat(nimbus.refusals()).isEmpty();
    }

    @Test
    void comparesASpotPriceWithTheOnDemandPriceTheMarketHas() {
        Lists aws = Lists.of("aws");

        aws.skypilot("p5.48xlarge,H100,8,,,60,us-east-1,use1-az1");

        assertThat(aws.reasons()).containsExactly(Reason.SPOT_ABOVE_ON_DEMAND);
        assertThat(aws.refusals().get(0).what()).contains("costs 60 USD, on demand 55.04");
    }

    @Test
    void comparesASpotPriceOfThePastWithNoOnDemandPriceOfALaterDay() {
        Lists aws = Lists.of("aws").asOf(LocalDate.of(2024, 6, 1));

        Imported imported = aws.skypilot("p5.48xlarge,H100,8,,,60,us-east-1,use1-az1");

        assertThat(aws.refusals()).isEmpty();
        assertThat(imported.offers()).hasSize(1);
    }

    @Test
    void refusesACommitmentDearerThanOnDemand() {
        Lists azure = Lists.of("microsoft");

        azure.read(Format.AZURE_RETAIL, "{\"Items\":[{\"currencyCode\":\"USD\",\"retailPrice\":100.0,\"armRegionName\":\"westus\",\"unitOfMeasure\":\"1 Hour\",\"type\":\"Consumption\","
                + "\"armSkuName\":\"Standard_ND96isr_H100_v5\",\"savingsPlan\":[{\"retailPrice\":101.0,\"term\":\"1 Year\"}]}]}");

        assertThat(azure.reasons()).containsExactly(Reason.COMMITTED_ABOVE_ON_DEMAND);
    }

    @ParameterizedTest
    @CsvSource({"nb-8, MI300X, 0.5", "nb-mig-1g.10gb, H100, 1", "nb-1, H100 MIG 1g.10gb, 1"})
    void refusesASliceOfAChip(String machine, String accelerator, String count) {
        nimbus.skypilot(machine + "," + accelerator + "," + count + ",,1.2,,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.SLICE_AS_CHIP);
    }

    @Test
    void refusesASliceThatOnlyItsMemoryGivesAway() {
        nimbus.skypilot("nb-1,A100,1," + INFO.formatted("A100", "20480") + ",1.2,,DE,", "nb-2,MI300X,1," + INFO.formatted("MI300X", "98304") + ",1.2,,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.SLICE_AS_CHIP, Reason.SLICE_AS_CHIP);
    }

    @Test
    void refusesFewerChipsThanTheMachineHolds() {
        Lists aws = Lists.of("aws");

        aws.skypilot("p5.48xlarge,H100,1,,54,,us-east-1,");

        assertThat(aws.reasons()).containsExactly(Reason.SLICE_AS_CHIP);
        assertThat(aws.refusals().get(0).what()).isEqualTo("p5.48xlarge is said to hold 1 H100-SXM, and holds 8");
    }

    @Test
    void refusesAnotherPartThanTheMachineHolds() {
        Lists aws = Lists.of("aws");

        aws.skypilot("p5.48xlarge,H200,8,,54,,us-east-1,");

        assertThat(aws.reasons()).containsExactly(Reason.MACHINE_CONTRADICTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-8", ""})
    void refusesAMachineWithoutACount(String count) {
        nimbus.skypilot("nb-8,MI300X," + count + ",,19.2,,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.NO_COUNT);
    }

    @ParameterizedTest
    @CsvSource({"MI300X, 262144, MEMORY_CONTRADICTS", "MI300X, 196608, ", "L40S, 45776, ", "L40S, 48, ", "B200, 184320, ", "H200, 144384, "})
    void refusesMemoryThatContradictsThePart(String part, String mebibytes, Reason reason) {
        nimbus.skypilot("nb-8," + part + ",8," + INFO.formatted(part, mebibytes) + ",19.2,,DE,");

        assertThat(nimbus.reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"21, ", "200, FAR_FROM_PEERS", "199, ", "2, FAR_FROM_PEERS", "2.1, "})
    void refusesAPriceTenTimesItsLikeInTheList(String price, Reason reason) {
        nimbus.skypilot("nb-1,Gaudi3,1,,20,,A,", "nb-1,Gaudi3,1,,20,,B,", "nb-1,Gaudi3,1,,20,,C,", "nb-1,Gaudi3,1,," + price + ",,D,");

        assertThat(nimbus.reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @Test
    void judgesNoPriceByTooFewPeers() {
        nimbus.skypilot("nb-1,Gaudi3,1,,20,,A,", "nb-1,Gaudi3,1,,900,,D,");

        assertThat(nimbus.refusals()).isEmpty();
    }

    @Test
    void refusesAPriceOfAMonthTakenForAnHourByTheMarketsOwn() {
        nimbus.skypilot("nb-8,MI300X,8,,14000,,DE,");

        assertThat(nimbus.reasons()).containsExactly(Reason.FAR_FROM_PEERS);
        assertThat(nimbus.refusals().get(0).what()).contains("like it in the market is");
    }

    @Test
    void refusesAPriceTenTimesThatOfTheVeryOfferBefore() {
        Lists aws = Lists.of("aws");

        aws.skypilot("trn2.3xlarge,Trainium2,1,,,27.4,ap-southeast-4,apse4-az3");

        assertThat(aws.reasons()).containsExactly(Reason.FAR_FROM_PEERS);
    }

    @Test
    void refusesARegionThatOffersNothingOrNoZone() {
        nimbus.skypilot("nb-8,MI300X,8,,,,DE,", "nb-4,MI300X,4,,9,,FR,", "nb-4,MI300X,4,,9,,NL,nl-a");

        assertThat(nimbus.refusals()).extracting(Refusal::reason, Refusal::line).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Reason.NOT_OFFERED, 2), org.assertj.core.groups.Tuple.tuple(Reason.NOT_OFFERED, 3));
    }

    @Test
    void refusesARegionTheProviderDoesNotHave() {
        Lists aws = Lists.of("aws").having(Map.of("us-east-1", "US", "eu-north-1", "SE"));

        Imported imported = aws.skypilot("p5.48xlarge,H100,8,,54,,us-esat-1,", "p5.48xlarge,H100,8,,59,,eu-north-1,");

        assertThat(aws.refusals()).singleElement().returns(Reason.UNKNOWN_REGION, Refusal::reason).satisfies(r -> assertThat(r.mend()).contains("did you mean us-east-1?"));
        assertThat(imported.regions()).containsExactly(Map.entry("eu-north-1", "SE"));
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, use1-az5, ", "us-east-1, us-east-1c, ", "us-east-1, usw2-az1, NOT_OFFERED", "us-east-1, us-west-2a, NOT_OFFERED", "ap-southeast-2, apse2-az1, ", "us-gov-west-1, usgw1-az1, "})
    void refusesAZoneOfAnotherRegion(String region, String zone, Reason reason) {
        Lists aws = Lists.of("aws").having(Map.of("us-east-1", "US", "ap-southeast-2", "AU", "us-gov-west-1", "US"));

        aws.skypilot("p5.48xlarge,H100,8,,,21," + region + "," + zone);

        assertThat(aws.reasons()).isEqualTo(reason == null ? java.util.List.of() : java.util.List.of(reason));
    }

    @Test
    void refusesThePriceOfAMachineWithoutItsAcceleratorsOrOfThoseWithoutTheMachine() {
        Lists google = Lists.of("google");

        google.skypilot("a2-highgpu-1g,,,,0.94,0.4,us-central1,us-central1-a", ",A100,1,,2.9,1.1,us-central1,us-central1-b", ",V100,1,,2.5,1,us-central1,us-central1-a");

        assertThat(google.reasons()).hasSize(3).containsOnly(Reason.HOST_APART);
    }

    @Test
    void joinsThePriceOfAMachineToThatOfTheAcceleratorsInIt() {
        Lists google = Lists.of("google");

        Imported imported = google.skypilot("a2-highgpu-1g,,,,0.75,0.25,us-central1,us-central1-a", ",A100,1,,3,1.5,us-central1,us-central1-a", ",A100-80GB,1,,4,2,us-central1,us-central1-a",
                "a2-ultragpu-1g,,,,1,0.5,us-central1,us-central1-a");

        assertThat(Lists.rows(imported)).containsExactly("a2-highgpu-1g A100-40GB x1 us-central1 ON_DEMAND 3.75", "a2-highgpu-1g A100-40GB x1 us-central1/us-central1-a SPOT 1.75",
                "a2-ultragpu-1g A100-80GB x1 us-central1 ON_DEMAND 5", "a2-ultragpu-1g A100-80GB x1 us-central1/us-central1-a SPOT 2.5");
        assertThat(google.refusals()).isEmpty();
    }

    @Test
    void neverAveragesTwoPricesOfOneDay() {
        nimbus.skypilot("nb-8,MI300X,8,,19.2,,DE,", "nb-8,MI300X,8,,19.3,,DE,", "nb-8,MI300X,8,,19.2,,FR,", "nb-8,MI300X,8,,19.2,,FR,");

        assertThat(nimbus.reasons()).containsExactly(Reason.CONFLICT, Reason.CONFLICT);
        assertThat(Lists.rows(nimbus.importing().end())).containsExactly("nb-8 MI300X x8 FR ON_DEMAND 19.2");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19, 55, replaced", "2026-11-19, 54, confirmed", "2026-11-20, 54, unchanged", "2026-11-20, 55, CONFLICT", "2026-11-21, 54, history", "2026-11-21, 55, history"})
    void mergesByDay(LocalDate day, BigDecimal price, String outcome) {
        Lists aws = Lists.of("aws").has(new Standing(9, price, "USD", day, "list, E1"), "p5.48xlarge", "us-east-1", "on-demand");

        Imported imported = aws.skypilot("p5.48xlarge,H100,8,,54,,us-east-1,");

        assertThat(imported.replaced()).isEqualTo(outcome.equals("replaced") ? 1 : 0);
        assertThat(imported.confirmed()).isEqualTo(outcome.equals("confirmed") ? 1 : 0);
        assertThat(imported.history()).isEqualTo(outcome.equals("history") ? 1 : 0);
        assertThat(imported.unchanged()).isEqualTo(outcome.equals("unchanged") ? 1 : 0);
        assertThat(aws.reasons().stream().map(Enum::name)).isEqualTo(outcome.equals(outcome.toUpperCase(java.util.Locale.ROOT)) ? java.util.List.of(outcome) : java.util.List.of());
    }
}
