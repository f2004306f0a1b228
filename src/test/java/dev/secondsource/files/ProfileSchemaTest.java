package dev.secondsource.files;

import static dev.secondsource.files.Profiles.SMALL;
import static dev.secondsource.files.Profiles.problems;
import static dev.secondsource.files.Profiles.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.profile.ContractTerms;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.SignedOverride;
import dev.secondsource.profile.WorkloadKind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** That the published schema, the reader and the records say the same; a library that knows JSON Schema is the judge. */
class ProfileSchemaTest {
    @Test
    void isItselfValidJsonSchema() {
        assertThat(Judge.ofSchema(ProfileSchema.schemaText())).isEmpty();
        assertThat(Judge.ofSchema("{\"minItems\": -1}")).isNotEmpty();
    }

    @Test
    void templateIsValidForReaderAndSchema() {
        assertThat(problems(ProfileSchema.templateText())).isEmpty();
        assertThat(Judge.ofProfile(ProfileSchema.templateText())).isEmpty();
    }

    @Test
    void everyCommentedKeyOfTheTemplateIsRightToo() {
        int start = ProfileSchema.templateText().indexOf("schema:");
        String everything = ProfileSchema.templateText().substring(start).replaceAll("(?m)^# ", "")
                .replace("modes: [rent, reserve]", "modes: [rent, reserve, own]")
                .replace("activeParametersBillions: 37", "activeParametersBillions: 70");

        assertThat(everything).contains("\n  needBy:").contains("\n    measurements:").contains("\npolicy:");
        assertThat(problems(everything)).isEmpty();
        assertThat(Judge.ofProfile(everything)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void schemaAndReaderRefuseTheSame(String text) {
        assertThat(problems(text)).isNotEmpty();
        assertThat(Judge.ofProfile(text)).isNotEmpty();
    }

    static Stream<String> schemaAndReaderRefuseTheSame() {
        return Stream.of(
                smallWith("layers: 32\n", "layer: 32\n"), smallWith("asOf:", "budget: {permonth: 5}\nasOf:"), smallWith("contextTokens: 8192", "contextTokens: lots"),
                smallWith("contextTokens: 8192", "contextTokens: 8192.5"), smallWith("contextTokens: 8192", "contextTokens: 0"), smallWith("name: Small buyer", "name: 12"),
                smallWith("name: Small buyer", "name:"), smallWith("name: Small buyer", "name: \"\""), smallWith("name: Small buyer", "name: \"a\\nb\""),
                smallWith("id: small", "id: Small Buyer"), smallWith("id: small\n", ""), smallWith("2026-10-31", "2026-02-30"), smallWith("2026-10-31", "31.10.2026"),
                smallWith("    training:\n      tokensBillions: 0.5\n", ""), smallWith("      layers: 32\n", ""), smallWith("    contextTokens: 8192\n", ""),
                smallWith("      kvFormat: bf16\n", ""), smallWith("fleet:", "delivery: {modes: [own]}\nfleet:"), smallWith("fleet:", "delivery: {modes: [own], sites: []}\nfleet:"),
                smallWith("fleet:", "delivery: {modes: []}\nfleet:"), smallWith("fleet:", "delivery: {modes: [rent, rent]}\nfleet:"), smallWith("kind: online-serving", "kind: serving"),
                smallWith("fleet:", "priorities: [speed]\nfleet:"), smallWith("share: 0.4", "share: 0"), smallWith("mlPlatformFte: 2", "mlPlatformFte: -2"),
                smallWith("mlPlatformFte: 2", "mlPlatformFte: \"2\""), smallWith("stacks: [cuda]", "stacks: cuda"), smallWith("buyer-profile/1", "buyer-profile/2"),
                smallWith("fleet:", "policy: {overrides: {a: x}}\nfleet:"), smallWith("asOf:", "currency: usd\nasOf:"), smallWith("asOf:", "where: {dataIn: [Germany]}\nasOf:"),
                smallWith("asOf:", "requirements: {sovereigntyLevel: 5}\nasOf:"), smallWith("asOf:", "requirements: {operationalResilienceLaw: 1}\nasOf:"),
                smallWith("fleet:", "contracts: [{noticeDays: 3}]\nfleet:"),
                smallWith("fleet:", "commitments: [{accelerators: 8, perMonth: 9, until: 2027-01-01}]\nfleet:"),
                smallWith("fleet:", "commitments: [{offer: o, accelerators: 0, perMonth: 9, until: 2027-01-01}]\nfleet:"),
                smallWith("fleet:", "commitments: [{offer: o, accelerators: 8, perMonth: 0, until: 2027-01-01}]\nfleet:"),
                smallWith("fleet:", "commitments: [{offer: o, accelerators: 8, perMonth: 9, until: 2027-02-29}]\nfleet:"),
                smallWith("fleet:", "overrides: [{rule: DIV-01, by: A, reason: b}]\nfleet:"), smallWith("fleet:", "overrides: [{rule: div, by: A, reason: b, on: 2026-01-01}]\nfleet:"),
                smallWith("fleet:", "overrides: [{rule: DIV-01, by: \" \", reason: b, on: 2026-01-01}]\nfleet:"),
                smallWith("fleet:", "overrides: [{rule: DIV-01, by: A, reason: \"\", on: 2026-01-01}]\nfleet:"),
                smallWith("fleet:", "selfBuild: {leadTeamKept: true}\nfleet:"),
                smallWith("fleet:", "selfBuild: {accelerator: D1, displacedPerYear: -1}\nfleet:"), smallWith("fleet:", "selfBuild: {accelerator: D1, leadTeamKept: perhaps}\nfleet:"));
    }

    @Test
    void schemaAndReaderTakeTheSame() {
        assertThat(Judge.ofProfile(SMALL)).isEmpty();
        assertThat(problems(SMALL)).isEmpty();
    }

    @Test
    void whatTheWriterWritesFitsTheSchema() {
        assertThat(Judge.ofProfile(Profiles.read(SMALL).canonical())).isEmpty();
    }

    @Test
    void readerObeysEveryKeywordTheSchemaUses() {
        TreeSet<String> used = new TreeSet<>();
        keywords(ProfileSchema.bundled().root(), used);

        assertThat(ProfileSchema.KEYWORDS).containsAll(used);
        assertThat(used).contains("if", "exclusiveMinimum", "uniqueItems");
    }

    private static void keywords(JsonNode schema, TreeSet<String> used) {
        for (Map.Entry<String, JsonNode> entry : schema.properties()) {
            used.add(entry.getKey());
            switch (entry.getKey()) {
                case "properties" -> entry.getValue().forEach(s -> keywords(s, used));
                case "allOf" -> entry.getValue().forEach(s -> keywords(s, used));
                case "if", "then", "else", "items", "contains", "additionalProperties" -> keywords(entry.getValue(), used);
                default -> { }
            }
        }
    }

    @Test
    void everyKeyHasATitleADescriptionAndAnExample() {
        List<String> wanting = new ArrayList<>();
        ProfileSchema.below(ProfileSchema.bundled().root()).forEach((path, schema) -> wanting(path, schema, wanting));

        assertThat(wanting).isEmpty();
    }

    private static void wanting(String path, JsonNode schema, List<String> wanting) {
        boolean section = schema.has("properties") || schema.path("items").has("properties") || schema.has("additionalProperties") || schema.has("const");
        if (!schema.has("title") || !schema.has("description") || !section && !schema.has("examples")) wanting.add(path);
        if (schema.path("items").has("properties"))
            ProfileSchema.below(schema.get("items")).forEach((key, item) -> wanting(path + "[]." + key, item, wanting));
    }

    @Test
    void everyExampleAndDefaultFitsItsOwnKey() {
        List<String> unfit = new ArrayList<>();
        examples("", ProfileSchema.bundled().root(), unfit);

        assertThat(unfit).isEmpty();
    }

    private static void examples(String path, JsonNode schema, List<String> unfit) {
        schema.path("examples").forEach(example -> {
            if (!Judge.of(schema, example).isEmpty()) unfit.add(path + " example " + example);
        });
        if (schema.has("default") && !Judge.of(schema, schema.get("default")).isEmpty()) unfit.add(path + " default " + schema.get("default"));
        schema.path("properties").properties().forEach(e -> examples(path + "." + e.getKey(), e.getValue(), unfit));
        if (schema.has("items")) examples(path + "[]", schema.get("items"), unfit);
    }

    /** A key in the schema that no record holds would be read and forgotten; a component without a key never filled. */
    @Test
    void everyKeyIsReadAndEveryComponentHasAKey() {
        JsonNode root = ProfileSchema.bundled().root();

        sameKeys(root, ProfileForm.class);
        JsonNode workload = root.at("/properties/workloads/items");
        sameKeys(workload, ProfileForm.Workload.class);
        sameKeys(workload.at("/properties/model"), ProfileForm.Model.class);
        sameKeys(workload.at("/properties/volumePerMonth"), Quantiles.class);
        sameKeys(workload.at("/properties/training"), ProfileForm.Training.class);
        sameKeys(workload.at("/properties/request"), ProfileForm.Request.class);
        sameKeys(workload.at("/properties/limits"), ProfileForm.Limits.class);
        sameKeys(workload.at("/properties/utilisation"), ProfileForm.Utilisation.class);
        sameKeys(workload.at("/properties/measurements/items"), OwnMeasurement.class);
        sameKeys(root.at("/properties/budget"), ProfileForm.Budget.class);
        sameKeys(root.at("/properties/where"), ProfileForm.Where.class);
        sameKeys(root.at("/properties/delivery"), ProfileForm.Delivery.class);
        sameKeys(root.at("/properties/delivery/properties/sites/items"), ProfileForm.Site.class);
        sameKeys(root.at("/properties/requirements"), ProfileForm.Requirements.class);
        sameKeys(root.at("/properties/business"), ProfileForm.Business.class);
        sameKeys(root.at("/properties/fleet/items"), FleetItem.class);
        sameKeys(root.at("/properties/engineering"), ProfileForm.Engineering.class);
        sameKeys(root.at("/properties/contracts/items"), ContractTerms.class);
        sameKeys(root.at("/properties/commitments/items"), ProfileForm.Commitment.class);
        sameKeys(root.at("/properties/overrides/items"), SignedOverride.class);
        sameKeys(root.at("/properties/policy"), ProfileForm.Policy.class);
    }

    private static void sameKeys(JsonNode schema, Class<? extends Record> form) {
        assertThat(ProfileSchema.keys(schema)).as(form.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList());
    }

    @Test
    void everyChoiceIsAConstantAndEveryConstantAChoice() {
        JsonNode root = ProfileSchema.bundled().root();

        sameChoices(root.at("/properties/workloads/items/properties/kind"), WorkloadKind.values());
        sameChoices(root.at("/properties/workloads/items/properties/precision"), NumericFormat.values());
        sameChoices(root.at("/properties/workloads/items/properties/model/properties/modality"), ModelSpec.Modality.values());
        sameChoices(root.at("/properties/delivery/properties/modes/items"), DeliveryMode.values());
        sameChoices(root.at("/properties/priorities/items"), Criterion.values());
        assertThat(root.at("/properties/priorities/minItems").asInt()).isEqualTo(Criterion.values().length);
    }

    private static void sameChoices(JsonNode schema, Enum<?>[] constants) {
        assertThat(YamlWords.strings(schema.get("enum"))).containsExactlyElementsOf(Arrays.stream(constants).map(ProfileForm::word).toList());
    }
}
