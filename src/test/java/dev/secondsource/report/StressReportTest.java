package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.ScenarioFiles;
import dev.secondsource.golden.Golden;
import dev.secondsource.policy.Tag;
import dev.secondsource.stress.Change;
import dev.secondsource.stress.Figure;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Scenarios;
import dev.secondsource.stress.Selector;
import dev.secondsource.stress.Stress;
import dev.secondsource.stress.StressOptions;
import dev.secondsource.stress.UsualPortfolios;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StressReportTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/stress"));
    private static final Stress STRESS = stress();

    private static Stress stress() {
        Decision base = Shipped.decision(Shipped.profile("data-in-japan"));
        Scenarios all = ScenarioFiles.in(Path.of("rules"), null).orThrow();
        Scenarios few = new Scenarios(all.version(), all.sha256(), all.list().stream().filter(s -> List.of("S1", "S4", "S5", "S9").contains(s.id())).toList());
        return Stress.of(base.profile(), Shipped.market(), Shipped.knowledge(), base.asOf(), base, UsualPortfolios.of(base).list(), few, StressOptions.DEFAULT).orThrow();
    }

    @Test
    void readsAsBefore() throws IOException {
        GOLDEN.holds("data-in-japan.txt", withoutHashes(StressReport.text(STRESS, List.of(), new Page(100, false, 10))));
    }

    @Test
    void readsAsBeforeOverAllScenarios() throws IOException {
        Decision base = Shipped.decision(Shipped.profile("sovereign-europe"));
        UsualPortfolios.Found usual = UsualPortfolios.of(base);

        Stress all = Stress.of(base.profile(), Shipped.market(), Shipped.knowledge(), base.asOf(), base, usual.list(), ScenarioFiles.in(Path.of("rules"), null).orThrow(), StressOptions.DEFAULT).orThrow();

        GOLDEN.holds("sovereign-europe.txt", withoutHashes(StressReport.text(all, usual.notes(), new Page(80, false, 10))));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 160})
    void keepsToTheWidthOfThePage(int width) {
        String text = StressReport.text(STRESS, List.of("a note"), new Page(width, false, 10));

        assertThat(text.lines()).allMatch(line -> Text.columns(line) <= width);
        assertThat(text).doesNotContain("\u001b").endsWith("\n");
    }

    @Test
    void showsMoneyWithItsPeriodDayAndCurrencyAndEveryScenarioWithItsSentence() {
        String text = flat(StressReport.text(STRESS, List.of(), new Page(100, false, 10)));

        assertThat(text).contains("As of 2026-10-31", "losses of the 12 months from that day, in USD", "scenarios " + STRESS.scenarios().version());
        STRESS.scenarios().list().stream().filter(s -> !s.changes().isEmpty()).forEach(s -> assertThat(text).contains(s.sentence()));
        STRESS.portfolios().forEach(p -> assertThat(text).contains(p.name()));
        assertThat(text).contains("Another would be bought (", "The same would be bought (", "S4 outage of largest-designer: months = 3 (judgement: ");
    }

    @Test
    void saysThatTheWorstTwentiethIsBlindUnderEachPortfolioOfWhichItIsTrue() {
        String text = flat(StressReport.text(STRESS, List.of(), new Page(100, false, 10)));

        long blind = STRESS.portfolios().stream().filter(p -> p.outages().note() != null).count();
        assertThat(blind).isBetween(1L, STRESS.portfolios().size() - 1L);
        assertThat(text.split("CVaR95 cannot see the second source here", -1)).hasSize((int) blind + 1);
    }

    @Test
    void namesARegionThatThePriceListDoesNotState() {
        String text = flat(StressReport.text(STRESS, List.of(), new Page(100, false, 10)));

        assertThat(STRESS.cases()).anyMatch(c -> c.scenario().name().endsWith("/unspecified"));
        assertThat(StressReport.csv(STRESS)).contains("\"Region out: aws, region not stated\"");
        assertThat(text).contains("Region out: aws, region not stated").doesNotContain("/unspecified");
    }

    @Test
    void writesARowForEachCaseAndPortfolio() {
        List<String> lines = StressReport.csv(STRESS).lines().toList();

        assertThat(lines).hasSize(1 + STRESS.cases().size() * STRESS.portfolios().size());
        assertThat(lines.get(0)).isEqualTo(String.join(",", StressReport.COLUMNS));
        assertThat(lines.get(1)).startsWith("S1,As assumed,answer,");
    }

    @Test
    void namesAPlatformAndLeavesANameWithASlashAsItIs() {
        Decision base = Shipped.decision(Shipped.profile("data-in-japan"));
        Figure figure = new Figure(BigDecimal.valueOf(40), Tag.JUDGEMENT, "the test's own");
        Scenario slip = new Scenario("X", "Up/down: slip", "Late.", List.of(new Change.Slip(Selector.parse("newest-platform").orElseThrow(), figure)));
        Scenario fixed = new Scenario("Y", "Up/down: fixed", "Late.", List.of(new Change.Slip(Selector.parse("platform:nvidia/3").orElseThrow(), figure)));

        Stress stress = Stress.of(base.profile(), Shipped.market(), Shipped.knowledge(), base.asOf(), base, UsualPortfolios.of(base).list(), new Scenarios("test", "0".repeat(64), List.of(slip, fixed)), StressOptions.DEFAULT).orThrow();

        assertThat(flat(StressReport.text(stress, List.of(), new Page(160, false, 10)))).contains("X Up/down: slip: nvidia, generation 3 ", "Y Up/down: fixed ").doesNotContain("fixed: nvidia");
    }

    /** They change with every comma of a rule. */
    private static String withoutHashes(String text) {
        return text.replaceAll("\\b[0-9a-f]{12}\\b", "____________");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
