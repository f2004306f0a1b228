package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.secondsource.files.RecordSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the commands write is what their schemas say, and nothing else is. */
class SchemaCommandTest {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path place;

    private final Sources sources = new Sources(Map.of(), Optional.of(Path.of("").toAbsolutePath()));

    private String run(String... words) {
        Session session = new Session();
        Bench bench = Bench.with(new SchemaCommand(), new FlipCommand(session, sources), new SensitivityCommand(session, sources), new SimulateCommand(session, sources), new WhatIfCommand(session, sources),
                new CompareCommand(session, sources), new BreakEvenCommand(session, sources), new ExposureCommand(session, sources), new FrontierCommand(session, sources));
        bench.run(words);
        return bench.data();
    }

    @ParameterizedTest
    @EnumSource
    void printsASchemaThatIsOneAndNamesTheVersionItIsOf(RecordSchema of) {
        String name = of.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        JsonNode schema = JSON.readTree(run("schema", name));

        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schema.toString(), InputFormat.JSON)).isEmpty();
        assertThat(schema.at("/properties/schema/const").stringValue()).isEqualTo(name + "/1");
        assertThat(schema.get("$id").stringValue()).isEqualTo("urn:second-source:" + name + ":1");
    }

    /** Of buyers with an answer and of one for whom none of what is for sale will do. */
    @Test
    void theRecordsOfTheCommandsMeetTheirSchemas() throws IOException {
        String market = FewOffers.market(place).toString();
        String serving = FewOffers.profile(place, "enterprise-serving-70b").toString();
        String spread = FewOffers.profile(place, "all-nvidia-incumbent").toString();
        String closed = FewOffers.profile(place, "export-controlled-site").toString();
        for (String profile : List.of(serving, closed)) holds(RecordSchema.FLIP, run("flip", profile, "--market", market, "-o", "json"));
        for (String profile : List.of(serving, spread)) {
            holds(RecordSchema.SENSITIVITY, run("sensitivity", profile, "--market", market, "-o", "json"));
            holds(RecordSchema.SIMULATION, run("simulate", profile, "--market", market, "--runs", "2", "-o", "json"));
        }
        for (String profile : List.of(serving, closed, spread)) {
            holds(RecordSchema.BREAK_EVEN, run("break-even", profile, "--market", market, "-o", "json"));
            holds(RecordSchema.EXPOSURE, run("exposure", profile, "--market", market, "-o", "json"));
            holds(RecordSchema.WHATIF, run("whatif", profile, "--market", market, "--set", "market.offers[provider=aws].price=+30%", "--set", "horizonMonths=12", "-o", "json"));
        }
        holds(RecordSchema.FLIP, run("flip", serving, "--market", market, "--pairs", "-o", "json"));
        holds(RecordSchema.FRONTIER, run("frontier", serving, "--market", market, "-o", "json"));
        holds(RecordSchema.BREAK_EVEN, run("break-even", "profiles/frontier-lab.yaml", "-o", "json"));
        holds(RecordSchema.FRONTIER, run("frontier", "profiles/regulated-bank.yaml", "--no-regret", "-o", "json"));
        holds(RecordSchema.COMPARISON, run("compare", "profiles/data-in-japan.yaml", "profiles/regulated-bank.yaml", "-o", "json"));
        holds(RecordSchema.COMPARISON, run("compare", "profiles/data-in-japan.yaml", "--as-of", "2026-06-01", "--as-of", "2026-10-31", "-o", "json"));
    }

    /** A record meets its schema, and with something more in any of its objects it does not. */
    private static void holds(RecordSchema of, String record) {
        Schema schema = REGISTRY.getSchema(of.text());
        assertThat(record).isNotEmpty();
        assertThat(schema.validate(record, InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))).as(of + ": " + record.substring(0, Math.min(80, record.length()))).isEmpty();
        JsonNode whole = JSON.readTree(record);
        List<ObjectNode> objects = new ArrayList<>();
        collect(whole, objects);
        for (ObjectNode object : objects) {
            object.put("more", true);
            assertThat(schema.validate(whole.toString(), InputFormat.JSON)).as(of + " with something more in " + object).isNotEmpty();
            object.remove("more");
        }
    }

    /** Of each list the first. */
    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) objects.add(object);
        if (node.isObject()) node.properties().forEach(e -> collect(e.getValue(), objects));
        if (node.isArray() && !node.isEmpty()) collect(node.get(0), objects);
    }

    @Test
    void aWrongSampleIsRefused() throws IOException {
        String market = FewOffers.market(place).toString();
        String profile = FewOffers.profile(place, "enterprise-serving-70b").toString();
        String flip = run("flip", profile, "--market", market, "-o", "json");
        String sensitivity = run("sensitivity", profile, "--market", market, "-o", "json");
        String simulation = run("simulate", profile, "--market", market, "--runs", "2", "-o", "json");

        assertThat(errors(RecordSchema.FLIP, flip)).isZero();
        assertThat(errors(RecordSchema.FLIP, flip.replaceFirst("\"aspect\": \"[A-Z]+\"", "\"aspect\": \"TASTE\""))).isPositive();
        assertThat(errors(RecordSchema.FLIP, flip.replaceFirst("\"recordSha256\": \"[0-9a-f]+\"", "\"recordSha256\": \"\""))).isPositive();
        assertThat(errors(RecordSchema.FLIP, flip.replaceFirst("\"partOfRange\": \"([^\"]+)\"", "\"partOfRange\": $1"))).isPositive();
        assertThat(errors(RecordSchema.FLIP, flip.replace("flip/1", "flip/2"))).isPositive();
        assertThat(errors(RecordSchema.SENSITIVITY, sensitivity)).isZero();
        assertThat(errors(RecordSchema.SENSITIVITY, sensitivity.replaceFirst("\"thenAtLow\": \\[", "\"thenAtLow\": [1, "))).isPositive();
        assertThat(errors(RecordSchema.SENSITIVITY, sensitivity.replaceFirst("\"input\": \"[A-Z_]+\"", "\"input\": \"WEATHER\""))).isPositive();
        assertThat(errors(RecordSchema.SIMULATION, simulation)).isZero();
        assertThat(errors(RecordSchema.SIMULATION, simulation.replaceFirst("\"share\":\"[^\"]+\"", "\"share\":\"1.2\""))).isPositive();
        assertThat(errors(RecordSchema.SIMULATION, simulation.replaceFirst("\"runs\": 2", "\"runs\": 0"))).isPositive();
    }

    private static int errors(RecordSchema of, String record) {
        try {
            return REGISTRY.getSchema(of.text()).validate(record, InputFormat.JSON).size();
        } catch (RuntimeException e) {
            return 1;
        }
    }

    @Test
    void saysWhichThereAre() {
        Bench bench = Bench.with(new SchemaCommand());

        int exitCode = bench.run("schema", "decision");

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.notes()).contains("decision-record", "flip", "frontier");
    }
}
