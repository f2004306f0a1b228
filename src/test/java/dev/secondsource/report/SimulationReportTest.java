package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.simulation.Ranges;
import dev.secondsource.simulation.Run;
import dev.secondsource.simulation.Simulation;
import dev.secondsource.simulation.SimulationOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationReportTest {
    private static final int RUNS = 12;
    private static final Decision BASE = Shipped.decision(Shipped.profile("data-in-japan"));
    private static Simulation simulation;

    @BeforeAll
    static void simulate() throws InterruptedException {
        simulation = Simulation.of(BASE, Shipped.market(), Shipped.knowledge(), Ranges.of(BASE, Shipped.market()), new SimulationOptions(1, RUNS, 2), Watcher.NOBODY);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 160})
    void keepsToTheWidthOfThePage(int width) {
        String text = SimulationReport.text(simulation, new Page(width, false, 5));

        assertThat(text.lines()).allMatch(line -> Text.columns(line) <= width);
        assertThat(text).doesNotContain("\u001b").endsWith("\n");
    }

    @Test
    void saysWhatWasDrawnFromWhatAndOnWhoseAuthority() {
        String text = flat(SimulationReport.text(simulation, new Page(100, false, 5)));

        assertThat(text).contains("12 worlds from seed 1", "0.55 to 1.38 times what they are", "range.price-fall borrowed: AWS cut", "p10 60 000, p50 100 000, p90 160 000 (profile), in M tokens a month",
                "lead times: nvidia p50 10, p90 12 weeks for H100-SXM", "not on file, so not drawn, for what is ordered from google", "The ranges are judgements");
    }

    @Test
    void marksThePercentilesInTheHistogramAndLosesNoWorld() {
        String text = SimulationReport.text(simulation, new Page(100, false, 5));

        String histogram = text.substring(text.indexOf("Decided anew  ", text.indexOf("these worlds are left out")));
        assertThat(histogram.substring(0, histogram.indexOf("What was drawn"))).containsSubsequence("p10", "p50", "p90").contains("█");
        List<BigDecimal> amounts = simulation.comparable().stream().map(r -> r.decided().amount()).toList();
        assertThat(java.util.Arrays.stream(Histogram.of(amounts).count(amounts)).sum()).isEqualTo(amounts.size());
    }

    @Test
    void calculatesRegretOnlyWhereTheAnswerCanBeKept() {
        List<Run> runs = new ArrayList<>(simulation.runs());
        Run first = runs.get(0);
        runs.set(0, new Run(1, first.leads(), first.status(), first.decided(), true, first.held(), List.of("claims <- x"), List.of(), false, List.of("CPF-02")));
        Simulation changed = new Simulation(BASE, simulation.ranges(), simulation.options(), runs);

        String text = flat(SimulationReport.text(changed, new Page(100, false, 5)));

        assertThat(changed.held()).hasSize(simulation.held().size() - (first.comparable() && first.holds() ? 1 : 0));
        assertThat(text).contains("a gate closes to, or no cost is known any more of, claims <- x in 1 world", "Rules that failed in some worlds and are missing there: CPF-02.");
        assertThat(SimulationReport.csv(changed).lines().skip(1).findFirst()).get().asString().contains("claims <- x");
    }

    @Test
    void saysSoIfNoWorldPlacesTheSameWork() {
        Run first = simulation.runs().get(0);
        Run nothing = new Run(1, first.leads(), first.status(), first.decided(), false, first.held(), List.of(), List.of(), true, List.of());

        String text = flat(SimulationReport.text(new Simulation(BASE, simulation.ranges(), new SimulationOptions(1, 1, 1), List.of(nothing)), new Page(100, false, 5)));

        assertThat(text).contains("1 world from seed 1", "In no world could the same workloads be placed", "it goes over the budget in 1 world");
    }

    @Test
    void writesARowForEachWorld() {
        List<String> lines = SimulationReport.csv(simulation).lines().toList();

        assertThat(lines).hasSize(1 + RUNS);
        assertThat(lines.get(0)).isEqualTo(String.join(",", SimulationReport.COLUMNS) + ",leads_claims,tied_claims");
        assertThat(lines.get(1)).startsWith("1,CONDITIONAL,");
    }

    @Test
    void recordsEveryWorldExactly() {
        JsonNode record = JsonMapper.shared().readTree(SimulationRecord.of(simulation));

        assertThat(record.get("schema").stringValue()).isEqualTo(SimulationRecord.SCHEMA);
        assertThat(record.get("seed").stringValue()).isEqualTo("1");
        assertThat(record.get("worlds")).hasSize(RUNS);
        assertThat(record.get("worlds").get(3).get("decided").stringValue()).isEqualTo(Amounts.exact(simulation.runs().get(3).decided()));
        assertThat(record.get("marketSha256").stringValue()).hasSize(64);
        assertThat(new BigDecimal(record.get("workloads").get(0).get("keepsLeading").get("share").stringValue())).isEqualByComparingTo(simulation.keepsLeading(0).share());
        assertThat(record.get("ranges").get("prices").get("least").stringValue()).isEqualTo("0.55");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
