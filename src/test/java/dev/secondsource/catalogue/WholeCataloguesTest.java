package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whole published catalogues do that no documentation of theirs says. */
class WholeCataloguesTest {
    private static final String GPUHUNT = "instance_name,location,price,cpu,memory,gpu_count,gpu_name,gpu_memory,spot,disk_size,gpu_vendor,flags,cpu_arch,provider_data\n";

    /** A catalogue row with the memory it prints as that of one and of all accelerators. */
    private static String row(String machine, String accelerator, int count, int size, int total, String price) {
        return machine + "," + accelerator + "," + count + ",\"{'Gpus': [{'Name': '" + accelerator + "', 'Count': " + count + ", 'MemoryInfo': {'SizeInMiB': " + size + "}}], 'TotalGpuMemoryInMiB': " + total + "}\"," + price + ",,DE,";
    }

    @Test
    void takesTheMemoryOfAllAcceleratorsForThatOfOneWhereThePartTells() {
        Lists vast = Lists.of("vast");

        Imported imported = vast.skypilot(row("2x-H200", "H200", 2, 287542, 287542, "5.18"), row("8x-H100_SXM", "H100", 8, 652472, 652472, "16"), row("2x-H100_NVL", "H100", 2, 191660, 191660, "4.53"));

        assertThat(vast.refusals()).isEmpty();
        assertThat(Lists.rows(imported)).containsExactly("2x-H200 H200-SXM x2 DE ON_DEMAND 5.18", "8x-H100_SXM H100-SXM x8 DE ON_DEMAND 16", "2x-H100_NVL H100-NVL x2 DE ON_DEMAND 4.53");
    }

    @Test
    void takesTheMemoryOfOneThatIsPrintedAsTheirSumForThatOfOne() {
        assertThat(Lists.rows(Lists.of("lambda").skypilot(row("gpu_8x_b200_sxm6", "B200", 8, 184320, 184320, "39.92")))).containsExactly("gpu_8x_b200_sxm6 B200 x8 DE ON_DEMAND 39.92");
    }

    @Test
    void doesNotGuessWhereItMayBeEither() {
        Lists vast = Lists.of("vast");

        vast.skypilot(row("2x-A100_SXM4", "A100", 2, 81920, 81920, "1.49"));

        assertThat(vast.reasons()).containsExactly(Reason.AMBIGUOUS_ACCELERATOR);
    }

    @Test
    void stillRefusesMemoryThatIsNeitherOfOneNorOfAll() {
        Lists vast = Lists.of("vast");

        vast.skypilot(row("2x-H200", "H200", 2, 400000, 400000, "5.18"));

        assertThat(vast.reasons()).containsExactly(Reason.MEMORY_CONTRADICTS);
    }

    @Test
    void readsTpusAsGpuhuntWritesThemOneUnitNamedLikeItsMachineWithTheMemoryOfAllItsChips() {
        Lists google = Lists.of("google").having(Map.of("us-central1", "US", "us-east5", "US", "us-central2", "US"));

        Imported imported = google.read(Format.GPUHUNT, GPUHUNT + "v5litepod-8,us-central1-a,9.6,224,384.0,1,v5litepod-8,128.0,False,100.0,google,,x86,{}\n"
                + "v6e-1,us-east5-a,2.7,44,176.0,1,v6e-1,32.0,False,,google,,x86,\"{\"\"a\"\": 1, \"\"b\"\": 2}\"\ntpu-v4-8,us-central2-b,4.9,240,400.0,1,tpu-v4-8,0.0,True,,,,x86,{}\n"
                + "n2-standard-8,us-central1-a,0.38,8,32.0,0,,,False,,,,x86,{}\n");

        assertThat(google.refusals()).isEmpty();
        assertThat(Lists.rows(imported)).containsExactly("v5litepod-8 TPU-v5e x8 us-central1 ON_DEMAND 9.6", "v6e-1 TPU-v6e x1 us-east5 ON_DEMAND 2.7", "tpu-v4-8 TPU-v4 x4 us-central2/us-central2-b SPOT 4.9");
        assertThat(imported.passedOver()).isEqualTo(1);
    }

    @Test
    void takesAZoneInThePlaceOfARegionForOneOnlyWhereTheRegionIsKnown() {
        Lists google = Lists.of("google").having(Map.of("us-central1", "US"));

        google.read(Format.GPUHUNT, GPUHUNT + "a3-highgpu-8g,us-centrall-a,88.4,208,1872.0,8,H100,80.0,False,,nvidia,,x86,{}\n");

        assertThat(google.reasons()).containsExactly(Reason.UNKNOWN_REGION);
    }

    @Test
    void makesOneWordOfAPlaceAndReadsItsCountry() {
        Lists vast = Lists.of("vast");

        Imported imported = vast.skypilot("8x-H200,H200,8,,17.88,,\"Bavaria, DE, EU\",", "8x-H200,H200,8,,17.88,,\", US, NA\",", "8x-H200,H200,8,,17.88,,,");

        assertThat(imported.regions()).isEqualTo(Map.of("Bavaria-DE-EU", "DE", "US-NA", "US", "unspecified", "??"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L40", "T4", "A10", "A10G", "A16", "A40", "V100", "RTX-PRO-6000", "RTX6000-Ada", "A6000", "RTX4090"})
    void aPartThatIsNotInTheMarketIsNoMisspeltOne(String name) {
        Lists nimbus = Lists.of("nimbus");

        nimbus.skypilot("x-1," + name + ",1,,1,,DE,");

        assertThat(nimbus.refusals()).singleElement().returns(Reason.UNKNOWN_ACCELERATOR, Refusal::reason).satisfies(r -> assertThat(r.mend()).doesNotContain("did you mean"));
    }

    @ParameterizedTest
    @CsvSource({"verda, 1H100.80S.32V, H100, 81920, H100-SXM", "verda, 1A100.22V, A100-80GB, 81920, A100-80GB", "hyperbolic, 1x-H100-75-722, NVIDIA-H100-80GB-HBM3, 81559, H100-SXM", "runpod, 1x_A100-80GB_SECURE, A100 PCIe, 80, A100-80GB-PCIe"})
    void knowsTheNamesOfSmallerSellers(String provider, String machine, String accelerator, int memory, String part) {
        assertThat(Lists.rows(Lists.of(provider).skypilot(row(machine, accelerator, 1, memory, memory, "1.29")))).containsExactly(machine + " " + part + " x1 DE ON_DEMAND 1.29");
    }

    @Test
    void aSellerGoesByOneIdInAllFormats() {
        assertThat(Providers.otherwiseKnownAs("OCI")).contains("oracle");
        assertThat(Providers.otherwiseKnownAs("lambda-labs")).contains("lambda");
        assertThat(Providers.otherwiseKnownAs("datacrunch")).contains("verda");
        assertThat(Providers.otherwiseKnownAs("nebius")).isEmpty();
    }
}
