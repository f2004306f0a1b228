package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.secondsource.golden.Golden;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BatchSummaryTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    private static final List<BatchSummary.Entry> ENTRIES = List.of(
            new BatchSummary.Entry("profiles/bank.yaml", SampleDecision.decision(), List.of()),
            new BatchSummary.Entry("profiles/broken.yaml", null, List.of(
                    new Problem("profiles/broken.yaml", 3, "horizonMonths", "\"ten\" is not a whole number", "write 1 to 120"),
                    new Problem("profiles/broken.yaml", 9, "name", "is missing", ""))));

    @Test
    void readsAsOnFile() throws Exception {
        GOLDEN.holds("batch.txt", BatchSummary.text(ENTRIES, new Page(100, false, 10)));
    }

    @Test
    void fitsEveryWidthAndKeepsTheProblems() {
        for (int width : new int[] {40, 80, 120, 200}) {
            String text = BatchSummary.text(ENTRIES, new Page(width, false, 10));

            assertThat(text.lines()).allSatisfy(l -> assertThat(Text.columns(l)).isLessThanOrEqualTo(width));
            assertThat(text).contains("1 of 2 decided, 1 with errors.");
        }
        assertThat(BatchSummary.text(ENTRIES, new Page(120, false, 10))).contains("! profiles/broken.yaml:3: horizonMonths: \"ten\" is not a whole number; write 1 to 120");
    }

    @Test
    void hasOneCsvRowAWorkloadAndOneAFailure() {
        var rows = CsvReader.builder().ofNamedCsvRecord(BatchSummary.csv(ENTRIES)).stream().toList();

        assertThat(rows).extracting(r -> r.getField("workload"), r -> r.getField("status"), r -> r.getField("winner")).containsExactly(
                org.assertj.core.groups.Tuple.tuple("serve", "INFEASIBLE", "google:ct6e-standard-8t:us-east5:committed-36m"),
                org.assertj.core.groups.Tuple.tuple("tune", "INFEASIBLE", ""),
                org.assertj.core.groups.Tuple.tuple("", "ERROR", ""));
    }

    @Test
    void writesTheSameAsJson() {
        JsonNode json = JsonMapper.shared().readTree(BatchSummary.json(ENTRIES));

        assertThat(json.at("/decisions/0/perMonth/amount").asString()).isEqualTo("105210.35");
        assertThat(json.at("/decisions/0/answers/1/winner").isNull()).isTrue();
        assertThat(json.at("/decisions/1/status").asString()).isEqualTo("ERROR");
        assertThat(json.at("/decisions/1/problems")).hasSize(2);
    }
}
