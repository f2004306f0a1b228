package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.golden.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BreakEvenCommandTest {
    private static final String PROFILE = "profiles/enterprise-serving-70b.yaml";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private Bench bench;

    @BeforeEach
    void open() {
        Session session = new Session();
        bench = Bench.with(new BreakEvenCommand(session, SOURCES), new ProfileLoadCommand(session));
    }

    @Test
    void drawsTheCurveTheIncumbentAndTheNumberedCandidates() throws IOException {
        int exitCode = bench.run("break-even", PROFILE);

        assertThat(exitCode).isZero();
        Golden.in(Path.of("src/test/resources/golden/break-even")).holds("enterprise-serving-70b.txt", bench.data());
        assertThat(bench.data()).contains("incumbent", "+40/20", "1 MI300X", "rejected by a gate and not drawn", "UNKNOWN, so not drawn");
    }

    @Test
    void writesEveryCandidateWithItsDistanceForPrograms() {
        bench.run("break-even", PROFILE, "-o", "json");

        JsonNode json = JsonMapper.shared().readTree(bench.data());
        assertThat(json.path("schema").asString()).isEqualTo("break-even/1");
        int placed = 0;
        for (JsonNode c : json.at("/workloads/0/candidates")) {
            if (!c.has("priceAdvantage")) continue;
            placed++;
            BigDecimal d = new BigDecimal(c.path("priceAdvantage").asString());
            BigDecimal needed = new BigDecimal(c.path("breakEvenAdvantage").asString());
            assertThat(new BigDecimal(c.path("aboveBreakEven").asString())).isEqualByComparingTo(d.subtract(needed));
            boolean cheaper = new BigDecimal(c.path("rho").asString()).compareTo(BigDecimal.ONE) < 0;
            if (Math.abs(d.subtract(needed).doubleValue()) > 0.001) assertThat(cheaper).as(c.path("offer").asString()).isEqualTo(d.compareTo(needed) > 0);
        }
        assertThat(placed).isGreaterThan(100);
    }

    @Test
    void theRowsOfASpreadsheetAreAllCandidatesAndSayWhatThe4020RuleSays() {
        bench.run("break-even", PROFILE, "-o", "csv");

        List<String> lines = bench.data().lines().toList();
        assertThat(lines.get(0)).startsWith("workload,rank,offer,designer,accelerator,verdict,role,incumbent,price_advantage,incumbent_lead,break_even_advantage");
        assertThat(lines).hasSizeGreaterThan(400).anyMatch(l -> l.contains(",answer,") && l.contains("CPF-02")).anyMatch(l -> l.contains(",incumbent,")).anyMatch(l -> l.endsWith(",price unknown"));
    }

    @Test
    void takesOneWorkloadAndRefusesAnother() {
        assertThat(bench.run("break-even", "profiles/regulated-bank.yaml", "--workload", "documents")).isZero();
        assertThat(bench.data()).contains("WORKLOAD documents").doesNotContain("WORKLOAD adviser");

        assertThat(bench.run("break-even", "profiles/regulated-bank.yaml", "--workload", "document")).isEqualTo(2);
        assertThat(bench.notes()).contains("no workload \"document\" in this decision", "documents");
    }

    @Test
    void isAboutTheProfileAtHandUnlessItNamesOne() {
        bench.run("profile", "load", PROFILE);

        assertThat(bench.run("break-even", "--top", "3")).isZero();
        assertThat(bench.data()).contains("(enterprise-serving-70b)", "--top shows more");
        List<String> numbered = new ArrayList<>(bench.data().lines().filter(l -> l.matches(" *\\d+  .*% .*")).toList());
        assertThat(numbered).hasSize(3);
    }

    @Test
    void saysInWordsThatNothingCanBeDrawn() {
        assertThat(bench.run("break-even", "profiles/export-controlled-site.yaml")).isEqualTo(4);
        assertThat(bench.data()).contains("There is nothing to draw").doesNotContain("·····");
        assertThat(bench.run("break-even", "profiles/nobody.yaml")).isEqualTo(3);
    }
}
