package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.secondsource.golden.Golden;
import dev.secondsource.market.PricingKind;
import dev.secondsource.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    private static final List<NamedCsvRecord> ROWS = read(CsvReport.of(SampleDecision.decision()));

    @Test
    void readsAsOnFile() throws Exception {
        GOLDEN.holds("candidates.csv", CsvReport.of(SampleDecision.decision()));
    }

    @Test
    void hasOneRowACandidateUnderTheDocumentedColumns() {
        assertThat(ROWS).hasSize(14);
        assertThat(ROWS.get(0).getHeader()).containsExactlyElementsOf(CsvReport.COLUMNS);
        assertThat(ROWS.get(0).getField("offer")).isEqualTo("google:ct6e-standard-8t:us-east5:committed-36m");
        assertThat(ROWS.get(0).getField("allocated_share")).isEqualTo("0.65");
        assertThat(ROWS.get(0).getField("unit_cost")).isEqualTo("0.84");
    }

    @Test
    void leavesCellsEmptyWhereNothingIsKnown() {
        NamedCsvRecord maia = ROWS.stream().filter(r -> r.getField("offer").equals("unpriced:Maia-200")).findFirst().orElseThrow();

        assertThat(maia.getField("price_state")).isEqualTo("price unknown");
        assertThat(List.of(maia.getField("price"), maia.getField("unit_cost"), maia.getField("cost_per_month"), maia.getField("rho"))).containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1"})
    void turnsNothingIntoAFormula(String name) {
        String csv = CsvReport.of(SampleDecision.decision("x", List.of(
                new SampleDecision.Sketch("aws", "nvidia", name, "H100-SXM", 8, PricingKind.ON_DEMAND, null).in("us-east-1").verdict(Verdict.REJECT, "ELG-04").at(13, false))));

        assertThat(read(csv).stream().map(r -> r.getField("instance_type"))).anyMatch(c -> c.startsWith("'")).noneMatch(c -> c.matches("(?s)^\\s*[=+\\-@\uff1d].*"));
    }

    private static List<NamedCsvRecord> read(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
