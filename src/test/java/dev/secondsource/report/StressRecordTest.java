package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.ScenarioFiles;
import dev.secondsource.golden.Golden;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import dev.secondsource.stress.OutageRisk;
import dev.secondsource.stress.Scenarios;
import dev.secondsource.stress.Stress;
import dev.secondsource.stress.StressOptions;
import dev.secondsource.stress.UsualPortfolios;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few scenarios stand for all: one of each shape that a record can have. */
class StressRecordTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/stress"));
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(schemaText());
    private static final Stress STRESS = stress("data-in-japan");
    private static final String RECORD = StressRecord.of(STRESS, List.of());

    private static Stress stress(String profile) {
        Decision base = Shipped.decision(Shipped.profile(profile));
        return stress(base, StressOptions.DEFAULT);
    }

    private static Stress stress(Decision base, StressOptions options) {
        Scenarios all = ScenarioFiles.in(Path.of("rules"), null).orThrow();
        Scenarios few = new Scenarios(all.version(), all.sha256(), all.list().stream().filter(s -> List.of("S1", "S4", "S7", "S9").contains(s.id())).toList());
        return Stress.of(base.profile(), Shipped.market(), Shipped.knowledge(), base.asOf(), base, UsualPortfolios.of(base).list(), few, options).orThrow();
    }

    static Stream<String> decided() {
        return Shipped.profiles().stream().filter(p -> !Shipped.decision(p).allocation().shares().isEmpty()).map(BuyerProfile::id);
    }

    @ParameterizedTest
    @MethodSource("decided")
    void meetsThePublishedSchemaForEveryShippedProfile(String profile) {
        Stress stress = stress(profile);

        String record = StressRecord.of(stress, List.of("a note"));

        assertThat(validate(record)).isEmpty();
        agreesWithTheDecision(stress);
        noScenarioIsRegrettedByAll(stress);
        stress.portfolios().forEach(p -> notesABlindFigureExactlyWhereItIs(p.outages()));
    }

    /** In the world as assumed the answer loses what the decision says it costs, and moving to its stacks. */
    private static void agreesWithTheDecision(Stress stress) {
        Allocation answer = stress.base().allocation();
        Money month = answer.moves().stream().map(Allocation.Move::perMonth).reduce(answer.perMonth(), Money::plus);

        assertThat(stress.asAssumed().get(0).total().amount()).isCloseTo(month.times(stress.months()).amount(), within(BigDecimal.ONE));
    }

    private static void noScenarioIsRegrettedByAll(Stress stress) {
        assertThat(stress.cases()).isNotEmpty().allSatisfy(c -> assertThat(c.regrets()).anyMatch(r -> r.amount().signum() == 0));
    }

    /** One source is out for a sixth of a year in more than a tenth of all years, so that its worst years are all alike. */
    private static void notesABlindFigureExactlyWhereItIs(OutageRisk outages) {
        double one = 1 / 6.0;
        boolean blind = Math.abs(outages.cvar95().value().doubleValue() - one) < 1e-9 && Math.abs(outages.cvar90().value().doubleValue() - one) > 1e-9;

        assertThat(outages.note() != null).isEqualTo(blind && outages.sources().size() > 1);
    }

    @Test
    void leavesOutOnlyTheProfileThatNothingIsAllocatedTo() {
        assertThat(Shipped.profiles().stream().map(BuyerProfile::id).filter(id -> decided().noneMatch(id::equals))).containsExactly("export-controlled-site");
    }

    @Test
    void isDescribedByASchemaThatIsOneItself() {
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"schema\": \"stress-record/1\" | \"schema\": \"stress-record/2\"",
        "\"months\": \"12\" | \"months\": 12",
        "\"method\": \"EXACT\" | \"method\": \"GUESS\"",
        "\"tag\":\"JUDGEMENT\" | \"tag\":\"HEARSAY\"",
        "\"sharesChange\": false | \"sharesChange\": \"no\"",
        "\"notes\": | \"remarks\":",
    })
    void isRefusedByTheSchemaIfAPartIsWrong(String right, String wrong) {
        assertThat(RECORD).contains(right);

        assertThat(validate(RECORD.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void meetsTheSchemaWhereYearsAreDrawn() {
        String drawn = RECORD.replace("\"method\": \"EXACT\",\n        \"draws\": null,\n        \"seed\": null", "\"method\": \"MONTE_CARLO\",\n        \"draws\": 1000,\n        \"seed\": \"1\"");

        assertThat(drawn).isNotEqualTo(RECORD);
        assertThat(validate(drawn)).isEmpty();
    }

    @Test
    void hasWhatItRestsOn() {
        JsonNode record = JsonMapper.shared().readTree(StressRecord.of(STRESS, List.of("a note")));

        assertThat(record.get("schema").asString()).isEqualTo("stress-record/1");
        assertThat(record.at("/inputs/scenarios/sha256").asString()).isEqualTo(STRESS.scenarios().sha256());
        assertThat(record.at("/scenarios/1/changes/0/change").asString()).isEqualTo("outage of largest-designer");
        assertThat(record.at("/scenarios/1/changes/0/figures/0/source").asString()).isNotBlank();
        assertThat(record.get("cases")).hasSize(STRESS.cases().size());
        assertThat(record.at("/portfolios/0/outages/method").asString()).isEqualTo("EXACT");
        assertThat(record.at("/notes/0").asString()).isEqualTo("a note");
        assertThat(record.get("policy")).anyMatch(v -> v.get("key").asString().equals("stress.outage-months"));
    }

    @Test
    void isTheSameToTheByte() throws IOException {
        assertThat(StressRecord.of(stress("data-in-japan"), List.of())).isEqualTo(RECORD);
        GOLDEN.holds("data-in-japan.json", RECORD.replaceAll("\\b[0-9a-f]{64}\\b", "____"));
    }

    private static List<Error> validate(String record) {
        return SCHEMA.validate(record, InputFormat.JSON, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }

    private static String schemaText() {
        try (InputStream in = StressRecordTest.class.getResourceAsStream(StressRecord.SCHEMA_RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
