package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.secondsource.decision.Decision;
import dev.secondsource.golden.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecisionRecordTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(schemaText());
    private static final Decision DECISION = SampleDecision.decision();
    private static final String RECORD = DecisionRecord.of(DECISION, SampleDecision.rules());
    private static final JsonNode JSON = JsonMapper.shared().readTree(RECORD);

    @Test
    void meetsThePublishedSchema() {
        assertThat(validate(RECORD)).isEmpty();
        assertThat(validate(DecisionRecord.of(DECISION, List.of()))).isEmpty();
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schemaText(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"amount\": \"105210.35\" | \"amount\": 105210.35",
        "\"verdict\": \"PREFER\" | \"verdict\": \"LOVE\"",
        "\"priceState\": \"price unknown\" | \"priceState\": \"known\"",
        "\"rho\": \"0.72\" | \"rho\": \"7.2E-1\"",
        "\"silentRules\": {\"NOT_FIRED\":[ | \"silentRules\": {\"NOT_FIRED\":[1,",
        "\"silentRules\": {\"NOT_FIRED\" | \"silentRules\": {\"ASLEEP\"",
        "\"horizonMonths\": 36 | \"horizonMonths\": 36, \"extra\": 1",
    })
    void isRefusedByTheSchemaIfAPartIsWrong(String right, String wrong) {
        assertThat(RECORD).contains(right);

        assertThat(validate(RECORD.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void isTheSameToTheByte() throws Exception {
        assertThat(DecisionRecord.of(SampleDecision.decision(), SampleDecision.rules())).isEqualTo(RECORD);
        GOLDEN.holds("record.json", RECORD);
        assertThat(RECORD).startsWith("{\n  \"schema\": \"decision-record/1\",\n  \"inputs\": {\n    \"asOf\": \"2026-07-01\",").endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void hasAVerdictForEveryCandidateWithContributionsAndCostLinesThatAddUp() {
        assertThat(JSON.path("verdicts")).hasSize(14);
        for (JsonNode verdict : JSON.path("verdicts")) {
            assertThat(sum(verdict.at("/score/contributions"), "/points")).isEqualByComparingTo(verdict.at("/score/value").asString());
            if (!verdict.path("cost").isNull())
                assertThat(sum(verdict.at("/cost/lines"), "/perMonth/amount")).isEqualByComparingTo(verdict.at("/cost/perMonth/amount").asString());
        }
        assertThat(sum(JSON.at("/allocation/shares"), "/perMonth/amount")).isEqualByComparingTo(JSON.at("/allocation/perMonth/amount").asString());
        assertThat(sum(JSON.at("/allocation/shares"), "/share")).isEqualByComparingTo("1");
    }

    @Test
    void writesNoNumberForAPriceThatIsNotKnown() {
        JsonNode maia = verdict("unpriced:Maia-200");

        assertThat(maia.path("priceState").asString()).isEqualTo("price unknown");
        assertThat(List.of(maia.path("price"), maia.path("unitCost"), maia.path("cost"), maia.path("rho"), maia.path("grade"))).allMatch(JsonNode::isNull);
        assertThat(JSON.path("unknowns").get(0).path("what").asString()).isEqualTo("price");
    }

    @Test
    void keepsADefeatedFindingWithItsDefeaterAndACappedOneWithItsOwnSeverity() {
        JsonNode finding = verdict("aws:trn2.48xlarge:us-east-2:on-demand").path("findings").get(0);

        assertThat(finding.path("rule").asString()).isEqualTo("CPF-02");
        assertThat(finding.path("severity").asString()).isEqualTo("MINOR");
        assertThat(finding.path("cappedFrom").asString()).isEqualTo("MAJOR");
        assertThat(finding.path("defeatedBy").get(0).asString()).isEqualTo("CPF-07");
        assertThat(finding.at("/values/rho").asString()).isEqualTo("0.81");
    }

    @Test
    void showsAnOverriddenThresholdWithItsOldAndItsNewValue() {
        JsonNode inPolicy = StreamSupport.stream(JSON.path("policy").spliterator(), false).filter(v -> v.path("key").asString().equals("cpf.clear-win-rho")).findFirst().orElseThrow();
        JsonNode inFinding = verdict("google:ct6e-standard-8t:us-east5:committed-36m").path("findings").get(0).path("thresholds").get(0);

        assertThat(List.of(inPolicy, inFinding)).allSatisfy(v -> {
            assertThat(v.path("value").asString()).isEqualTo("0.8");
            assertThat(v.path("replaced").asString()).isEqualTo("0.85");
        });
    }

    @Test
    void hasTheReviewWithItsFindingsInTheShapeOfAllOthers() {
        JsonNode review = JSON.path("review");

        assertThat(review.at("/exposures/0").properties().stream().map(java.util.Map.Entry::getKey)).containsExactly(
                "layer", "shares", "undisclosed", "hhi", "effectiveNumber", "sharesBefore", "undisclosedBefore", "hhiBefore", "effectiveNumberBefore", "changes", "avoidable", "systemic");
        assertThat(review.at("/exposures/1").has("hhi")).as("nothing is computed of what is not disclosed").isFalse();
        assertThat(review.at("/portfolio/bothFail").isNull()).isTrue();
        assertThat(review.at("/findings/0/subject").asString()).isEqualTo("exposure to designer");
        assertThat(review.at("/findings/0/mitigation").asString()).isEqualTo("Qualify a second designer.");
        assertThat(review.at("/findings/1/state").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void writesAFindingOnOneLineAndLeavesOutWhatIsEmpty() {
        JsonNode gap = verdict("unpriced:Trainium3").path("findings").get(0);

        assertThat(gap.properties().stream().map(java.util.Map.Entry::getKey)).containsExactly("rule", "state", "severity", "effect", "sentence", "missing");
        assertThat(RECORD.lines().filter(l -> l.contains("\"rule\":\"ELG-04\",\"state\"")))
                .singleElement().asString().contains("\"evidence\":[{\"subject\":", "\"source\":\"the provider's price list\"", "\"grade\":\"E1\"", "\"date\":\"2025-05-01\"");
    }

    @Test
    void namesEveryRuleOnce() {
        assertThat(JSON.path("rules")).hasSize(SampleDecision.rules().size());
        assertThat(JSON.at("/rules/0").properties().stream().map(java.util.Map.Entry::getKey)).containsExactly("rule", "name", "title", "policyKeys");
    }

    @Test
    void keepsANameAsItIsYetCannotControlATerminal() {
        String name = "Evil\u001b[2J\u009b31m\u202eBank";

        String record = DecisionRecord.of(SampleDecision.decision(name, List.of()), List.of());

        assertThat(record.codePoints()).noneMatch(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
        assertThat(JsonMapper.shared().readTree(record).at("/buyer/name").asString()).isEqualTo(name);
    }

    private static JsonNode verdict(String offer) {
        return StreamSupport.stream(JSON.path("verdicts").spliterator(), false).filter(v -> v.path("offer").asString().equals(offer)).findFirst().orElseThrow();
    }

    private static BigDecimal sum(JsonNode items, String path) {
        return StreamSupport.stream(items.spliterator(), false).map(i -> new BigDecimal(i.at(path).asString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Error> validate(String record) {
        return SCHEMA.validate(record, InputFormat.JSON, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }

    private static String schemaText() {
        try (InputStream in = DecisionRecordTest.class.getResourceAsStream(DecisionRecord.SCHEMA_RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
