package dev.secondsource.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.files.AliasTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    private final Aliases shipped = Known.aliases(AliasTable.shipped(), Shipped.market(), Lists.POLICY);

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100 80GB HBM3, , , H100-SXM", "NVIDIA H100-NVL-94GB, , , H100-NVL", "H100 PCIe, , , H100-PCIe", "H100NVL, , , H100-NVL", "nvidia-h100-80gb, , 8, H100-SXM", "H100-MEGA-80GB, , 8, H100-SXM",
        "A100, 40, 1, A100-40GB", "A100-80GB, , 8, A100-80GB", "A100-80GB PCIe, , 8, A100-80GB-PCIe", "A100-40GB, , 4, A100-40GB", "AMD Instinct MI300X-NPS1-SPX-192GB-750W, , 8, MI300X",
        "Gaudi 2, , 8, Gaudi2", "gaudi3, , 8, Gaudi3", "Trainium, , 16, Trainium1", "Inferentia, , 1, Inferentia1", "NVIDIA H200-SXM-141GB, , 8, H200-SXM", "WSE-3, , 1, WSE-3", "NVIDIA H200-SXM-141GB-CTS, , 8, H200-SXM", "NVIDIA L40S, , 1, L40S", "L4, , 1, L4"
    })
    void knowsAPartByTheNamesListsGiveIt(String name, BigDecimal memory, BigDecimal count, String part) {
        Aliases.Meaning meaning = shipped.meaning(name, "nimbus", Listing.says(name), memory, count);

        assertThat(meaning.parts()).containsExactly(part);
        assertThat(meaning.chips()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({"H100, 80, 1", "A100-80GB, , 4", "A100, , 8"})
    void doesNotGuessWhichOfSeveralIsMeant(String name, BigDecimal memory, BigDecimal count) {
        Aliases.Meaning meaning = shipped.meaning(name, "nimbus", Listing.says(name), memory, count);

        assertThat(meaning == null || meaning.parts().size() != 1).isTrue();
        assertThat(shipped.candidates(name)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"H20", "H200 NVL", "A10", "L40", "MI30", "RTX 4090", "Trainium4", "H1000"})
    void takesNoPartForAnother(String name) {
        Aliases.Meaning meaning = shipped.meaning(name, "nimbus", Listing.says(name), null, BigDecimal.ONE);

        assertThat(meaning == null ? Set.of() : meaning.parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tpu-v4-8, TPU-v4, 4", "tpu-v5p-128, TPU-v5p, 64", "tpu-v5litepod-4, TPU-v5e, 4", "v6e-1, TPU-v6e, 1"})
    void countsChipsByTheNumberInAName(String name, String part, BigDecimal chips) {
        Aliases.Meaning meaning = shipped.meaning(name, "google", Listing.says(name), null, BigDecimal.ONE);

        assertThat(meaning.parts()).containsExactly(part);
        assertThat(meaning.chips()).isEqualByComparingTo(chips);
    }

    @Test
    void believesWhatTheImporterSaysBeforeTheTable() {
        Lists nimbus = Lists.of("nimbus").saying("H100", "H100-PCIe").saying("RTX9999", "L40S");

        Imported imported = nimbus.skypilot("nb-8,H100,8,,16,,DE,", "nb-1,RTX9999,1,,1,,DE,");

        assertThat(Lists.rows(imported)).containsExactly("nb-8 H100-PCIe x8 DE ON_DEMAND 16", "nb-1 L40S x1 DE ON_DEMAND 1");
    }

    @Test
    void asksTheMachineWhereTheNameOfThePartFitsSeveral() {
        Imported imported = Lists.of("microsoft").skypilot("Standard_NC24ads_A100_v4,A100-80GB,1,,3.7,,westus,");

        assertThat(Lists.rows(imported)).containsExactly("Standard_NC24ads_A100_v4 A100-80GB-PCIe x1 westus ON_DEMAND 3.7");
    }

    @Test
    void tellsHowToSayWhichIsMeant() {
        Lists nimbus = Lists.of("nimbus");

        nimbus.skypilot("nb-1,H100,1,,2,,DE,");

        assertThat(nimbus.refusals()).singleElement().returns(Reason.AMBIGUOUS_ACCELERATOR, Refusal::reason)
                .satisfies(r -> assertThat(r.mend()).contains("--alias \"H100=H100-"));
    }

    @ParameterizedTest
    @CsvSource({"B2O0, did you mean B200?", "MI300, did you mean MI300X?", "Trainum, did you mean Trainium?", "A40, a new part", "RTX9999, a new part"})
    void asksWhetherANearNameWasMeant(String name, String mend) {
        Lists nimbus = Lists.of("nimbus");

        nimbus.skypilot("nb-1," + name + ",1,,2,,DE,", "nb-2," + name + ",2,,4,,DE,");

        assertThat(nimbus.refusals()).hasSize(2).allSatisfy(r -> assertThat(r.mend()).startsWith(mend));
        assertThat(nimbus.importing().end().refused().byReason().get(Reason.UNKNOWN_ACCELERATOR).get(name).count()).isEqualTo(2);
    }

    @Test
    void everyPartOfTheMarketIsKnownByItsId() {
        assertThat(Shipped.market().accelerators().keySet()).allSatisfy(id -> assertThat(shipped.candidates(id)).as(id).contains(id));
        assertThat(Arrays.asList("H100-SXM", "GB200", "Maia-100")).allSatisfy(id -> assertThat(shipped.knows(id)).isTrue());
    }
}
