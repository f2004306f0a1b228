package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.golden.Golden;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrontierCommandTest {
    private static final String PROFILE = "profiles/enterprise-serving-70b.yaml";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private Bench bench;

    @BeforeEach
    void open() {
        Session session = new Session();
        bench = Bench.with(new FrontierCommand(session, SOURCES), new ProfileLoadCommand(session));
    }

    @Test
    void drawsCostAgainstSpreadAgainstRegretAndMarksWhatWasChosen() throws java.io.IOException {
        int exitCode = bench.run("frontier", PROFILE);

        assertThat(exitCode).isZero();
        Golden.in(Path.of("src/test/resources/golden/frontier")).holds("enterprise-serving-70b.txt", bench.data());
        assertThat(bench.data()).contains("@   policy", "Chosen: the cheapest that keeps every limit of the policy");
    }

    @Test
    void writesEveryPointWithItsSharesForPrograms() {
        bench.run("frontier", PROFILE, "-o", "json");

        JsonNode json = JsonMapper.shared().readTree(bench.data());
        assertThat(json.path("schema").asString()).isEqualTo("frontier/1");
        int chosen = 0;
        int unregretted = 0;
        for (JsonNode point : json.path("points")) {
            BigDecimal placed = BigDecimal.ZERO;
            for (JsonNode share : point.path("shares")) placed = placed.add(new BigDecimal(share.path("share").asString()));
            assertThat(placed).isEqualByComparingTo("1");
            if (point.path("chosen").asBoolean()) chosen++;
            if (new BigDecimal(point.at("/largestRegret/amount").asString()).signum() >= 0) unregretted++;
        }
        assertThat(chosen).isEqualTo(1);
        assertThat(unregretted).isEqualTo(json.path("points").size());
    }

    @Test
    void leavesTheRegretOutIfAsked() {
        bench.run("frontier", PROFILE, "--no-regret", "-o", "csv");

        assertThat(bench.data().lines().findFirst().orElseThrow()).startsWith("chosen,beaten,most_on_one,cost_per_month,more_than_cheapest,effective_designers,effective_providers,largest_regret");
        assertThat(bench.data().lines().skip(1)).isNotEmpty().allSatisfy(line -> assertThat(line.split(",")[7]).isEmpty());
    }

    @Test
    void isAboutTheProfileAtHandUnlessItNamesOne() {
        bench.run("profile", "load", PROFILE);

        assertThat(bench.run("frontier", "--no-regret")).isZero();
        assertThat(bench.data()).contains("(enterprise-serving-70b)");
    }

    @Test
    void hasNothingToDrawWhereNothingIsAllocated() {
        assertThat(bench.run("frontier")).isEqualTo(2);
        assertThat(bench.run("frontier", "profiles/nobody.yaml")).isEqualTo(3);
        assertThat(bench.run("frontier", "profiles/export-controlled-site.yaml")).isEqualTo(4);
        assertThat(bench.data()).isEmpty();
    }
}
