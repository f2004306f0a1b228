package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.SoldAs;
import org.junit.jupiter.api.Test;

/** Each published form gives the prices that are in it. */
class FormatsTest {

    @Test
    void readsASkyPilotCatalogueWithPricesByZone() {
        Lists aws = Lists.of("aws");

        Imported imported = aws.sample(Format.SKYPILOT, "skypilot-aws.csv", null);

        assertThat(Lists.rows(imported)).containsExactly(
                "p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 54",
                "p5.48xlarge H100-SXM x8 us-east-1/use1-az1 SPOT 21.5",
                "p5.48xlarge H100-SXM x8 us-east-1/use1-az2 SPOT 22.25",
                "p5.48xlarge H100-SXM x8 eu-north-1 ON_DEMAND 59.5",
                "trn1.32xlarge Trainium1 x16 us-east-2 ON_DEMAND 21");
        assertThat(imported.offers()).allMatch(row -> row.entry().soldAs() == SoldAs.MACHINE);
        assertThat(imported).returns(5, Imported::rows).returns(1, Imported::passedOver).returns(6, Imported::found).returns(1, Imported::unchanged);
        assertThat(aws.refusals()).isEmpty();
    }

    @Test
    void countsTheChipsOfATpuByTheNumberInItsName() {
        Imported imported = Lists.of("google").sample(Format.SKYPILOT, "skypilot-google.csv", null);

        assertThat(Lists.rows(imported)).contains(
                "tpu-v5p-8 TPU-v5p x4 us-east5 ON_DEMAND 16.6", "tpu-v6e-4 TPU-v6e x4 us-east5/us-east5-a SPOT 5.2", "tpu-v5litepod-8 TPU-v5e x8 europe-west4 ON_DEMAND 9.8");
        assertThat(imported.offers()).allMatch(row -> row.entry().soldAs() == SoldAs.ACCELERATOR);
    }

    @Test
    void readsAProviderTheMarketDoesNotKnow() {
        Lists nimbus = Lists.of("nimbus");

        Imported imported = nimbus.sample(Format.SKYPILOT, "skypilot-nimbus.csv", null);

        assertThat(Lists.rows(imported)).containsExactly(
                "nb-8-h100-sxm H100-SXM x8 DE ON_DEMAND 22.4", "nb-8-mi300x MI300X x8 DE ON_DEMAND 19.2", "nb-8-mi300x MI300X x8 DE SPOT 9.9",
                "nb-1-l40s L40S x1 north-2 ON_DEMAND 1.1", "nb-1-l40s L40S x1 north-2 SPOT 0.6");
        assertThat(imported.regions()).containsEntry("DE", "DE").containsEntry("north-2", "??");
        assertThat(imported.offers()).allMatch(row -> row.entry().soldAs() == null);
        assertThat(nimbus.refusals()).singleElement().returns(Reason.UNKNOWN_ACCELERATOR, Refusal::reason).returns("RTX9999", Refusal::subject).returns(5, Refusal::line);
    }

    @Test
    void readsAGpuhuntCatalogueAndLeavesOtherSellersOut() {
        Imported imported = Lists.of("nimbus").sample(Format.GPUHUNT, "gpuhunt.csv", null);

        assertThat(Lists.rows(imported)).containsExactly("h200-8 H200-SXM x8 fin-1 ON_DEMAND 28", "h200-8 H200-SXM x8 fin-1 SPOT 14", "v6e-4 TPU-v6e x4 fin-1 ON_DEMAND 10.8");
        assertThat(imported.passedOver()).isEqualTo(2);
    }

    @Test
    void readsAnAwsPriceListThroughWhatTheMarketKnowsOfItsMachines() {
        Lists aws = Lists.of("aws");

        Imported imported = aws.sample(Format.AWS_PRICE_LIST, "aws-price-list.json", null);

        assertThat(Lists.rows(imported)).containsExactly(
                "p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 54.5",
                "trn2.48xlarge Trainium2 x16 us-east-2 ON_DEMAND 38",
                "p5e.48xlarge H200-SXM x8 eu-west-2 ON_DEMAND 48",
                "p5.48xlarge H100-SXM x8 us-east-1 COMMITTED-12 36.5",
                "p5.48xlarge H100-SXM x8 us-east-1 COMMITTED-36 24");
        assertThat(aws.refusals()).singleElement().returns(Reason.UNKNOWN_MACHINE, Refusal::reason).returns("g5.xlarge", Refusal::subject).returns(18, Refusal::line);
    }

    @Test
    void readsAzureRetailPricesAndPrefersAReservationToASavingsPlan() {
        Lists azure = Lists.of("microsoft");

        Imported imported = azure.sample(Format.AZURE_RETAIL, "azure-retail.json", null);

        assertThat(Lists.rows(imported)).containsExactlyInAnyOrder(
                "Standard_ND96isr_H100_v5 H100-SXM x8 swedencentral ON_DEMAND 98",
                "Standard_ND96isr_H100_v5 H100-SXM x8 swedencentral SPOT 29.5",
                "Standard_ND96isr_H100_v5 H100-SXM x8 swedencentral COMMITTED-12 60",
                "Standard_ND96isr_H100_v5 H100-SXM x8 swedencentral COMMITTED-36 50",
                "Standard_ND96isr_MI300X_v5 MI300X x8 westus ON_DEMAND 48");
        assertThat(imported.offers()).allMatch(row -> row.entry().soldAs() == SoldAs.MACHINE);
        assertThat(azure.reasons()).containsExactly(Reason.UNKNOWN_MACHINE);
    }

    @Test
    void makesOneEffectivePriceOfAllChargesOfAFocusExport() {
        Lists aws = Lists.of("aws");

        Imported imported = aws.sample(Format.FOCUS, "focus-aws.csv", 12);

        assertThat(Lists.rows(imported)).containsExactly("p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 43", "p5.48xlarge H100-SXM x8 us-east-1 COMMITTED-12 36");
        assertThat(imported.offers().get(0).entry().quote().note())
                .isEqualTo("confidential; effective price: 860 USD in 2 charges for 20 machine-hours from 2026-10-01 to 2026-10-02; list price then 55.04");
        assertThat(imported.passedOver()).isEqualTo(2);
    }

    @Test
    void asksHowLongACommitmentRunsThatTheExportDoesNotDate() {
        Lists aws = Lists.of("aws");

        Imported imported = aws.sample(Format.FOCUS, "focus-aws.csv", null);

        assertThat(Lists.rows(imported)).containsExactly("p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 43");
        assertThat(aws.reasons()).containsOnly(Reason.NO_TERM);
    }

    @Test
    void readsMlperfResultsFromJsonAndKeepsTheStricterOfTwoTargets() {
        Lists results = Lists.of("");

        Imported imported = results.sample(Format.MLPERF, "mlperf.json", null);

        Measurement server = imported.measurements().get(0);
        assertThat(server).returns("MI355X", Measurement::accelerator).returns("llama2-70b-99.9", Measurement::model).returns("server", Measurement::scenario)
                .returns("MLPerf Inference v7.0", Measurement::benchmark).returns(294, Measurement::outputTokens).returns(8, Measurement::accelerators);
        assertThat(server.perAccelerator()).isEqualByComparingTo("10000");
        Measurement preview = imported.measurements().get(1);
        assertThat(preview).returns("SDXL", Measurement::model).returns(8, Measurement::accelerators).returns(Measurement.Unit.IMAGES_PER_SECOND, Measurement::unit);
        assertThat(preview.perAccelerator()).isEqualByComparingTo("5");
        assertThat(preview.evidence().grade()).isEqualTo(Grade.E3);
        assertThat(imported.unchanged()).isEqualTo(1);
        assertThat(results.reasons()).containsExactly(Reason.NOT_COMPARABLE, Reason.NOT_COMPARABLE);
    }

    @Test
    void readsMlperfResultsFromATableAndMinutesToTrain() {
        Imported imported = Lists.of("").sample(Format.MLPERF, "mlperf.csv", null);

        assertThat(imported.measurements()).extracting(Measurement::model).containsExactly("gpt-oss-120b", "llama2_70b_lora");
        assertThat(imported.measurements().get(0).perAccelerator()).isEqualByComparingTo("8000");
        assertThat(imported.measurements().get(1).perAccelerator()).isEqualByComparingTo("0.6");
        assertThat(imported.measurements().get(1).scenario()).isEqualTo("time-to-train");
    }

    @Test
    void doesNotTakeAResultTheMarketHas() {
        Lists results = Lists.of("");
        String known = "[{\"ID\":\"x\",\"Submitter\":\"HPE\",\"Availability\":\"available\",\"Category\":\"closed\",\"System\":\"s\",\"Model\":\"llama2-70b-99.9\",\"Scenario\":\"Offline\","
                + "\"Nodes\":1,\"Accelerator\":\"NVIDIA H100-SXM-80GB\",\"a#\":8,\"version\":\"v4.1\",\"Performance_Result\":24424.7,\"Performance_Units\":\"Tokens/s\"}]";

        results.importing().read(Format.MLPERF, "list", new java.io.StringReader(known), true, null);

        assertThat(results.importing().end()).returns(1, Imported::unchanged).satisfies(i -> assertThat(i.measurements()).isEmpty());
    }

    @Test
    void refusesAResultTenTimesItsLike() {
        Lists results = Lists.of("");
        String row = "[{\"ID\":\"x\",\"Submitter\":\"HPE\",\"Availability\":\"available\",\"Category\":\"closed\",\"System\":\"s\",\"Model\":\"llama2-70b-99.9\",\"Scenario\":\"Offline\","
                + "\"Nodes\":1,\"Accelerator\":\"NVIDIA H100-SXM-80GB\",\"a#\":%s,\"version\":\"v9.9\",\"Performance_Result\":24424.7,\"Performance_Units\":\"Tokens/s\"}]";

        results.importing().read(Format.MLPERF, "list", new java.io.StringReader(row.formatted("8")), true, null);
        results.importing().read(Format.MLPERF, "list", new java.io.StringReader(row.formatted("800")), true, null);

        assertThat(results.reasons()).containsExactly(Reason.FAR_FROM_PEERS);
        assertThat(results.importing().end().measurements()).hasSize(1);
    }

    @Test
    void readsColumnsInAnyOrderAndCase() {
        Imported usual = Lists.of("nimbus").skypilot("nb-8,MI300X,8,,19.2,9.9,DE,");

        Imported other = Lists.of("nimbus").read(Format.SKYPILOT, "region,SPOTPRICE,More,Price,acceleratorcount,InstanceType,AcceleratorName\nDE,9.9,x,19.2,8,nb-8,MI300X\n");

        assertThat(Lists.rows(other)).hasSize(2).isEqualTo(Lists.rows(usual));
    }
}
