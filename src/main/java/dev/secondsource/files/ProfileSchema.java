package dev.secondsource.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published JSON Schema of the profile: the one description of the format, from which the reader, the editor and
 * the interview take their keys, types, ranges, defaults and words.
 */
public final class ProfileSchema {
    /** The keywords the reader obeys or may pass over; the schema uses no other. */
    static final Set<String> KEYWORDS = Set.of(
            "$schema", "$id", "$defs", "$ref", "title", "description", "examples", "default", "x-unit", "x-absent", "x-assumed", "x-handle",
            "type", "properties", "required", "additionalProperties", "enum", "const", "pattern", "format", "minimum", "maximum",
            "exclusiveMinimum", "minLength", "maxLength", "items", "minItems", "maxItems", "uniqueItems", "contains",
            "allOf", "if", "then", "else");
    static final String VERSION = "buyer-profile/1";
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String text;
    private final JsonNode root;

    private ProfileSchema(String text) {
        this.text = text;
        JsonNode read = JSON.readTree(text);
        this.root = inlined(read, read);
    }

    private static final class Bundled {
        static final ProfileSchema SCHEMA = new ProfileSchema(resource("buyer-profile.schema.json"));
        static final String TEMPLATE = resource("template.yaml");
    }

    /** The schema this version of the program reads. */
    static ProfileSchema bundled() {
        return Bundled.SCHEMA;
    }

    /** The JSON Schema (2020-12) as published. */
    public static String schemaText() {
        return bundled().text;
    }

    /** A commented profile to start from; valid as it stands. */
    public static String templateText() {
        return Bundled.TEMPLATE;
    }

    JsonNode root() {
        return root;
    }

    /** The schema with its references put in; what stands beside a reference wins. */
    private static JsonNode inlined(JsonNode schema, JsonNode root) {
        if (schema.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            schema.forEach(item -> list.add(inlined(item, root)));
            return list;
        }
        if (!schema.isObject()) return schema;
        ObjectNode merged = JSON.createObjectNode();
        if (schema.path("$ref").isString())
            merged.setAll((ObjectNode) inlined(root.at(schema.get("$ref").stringValue().substring(1)), root));
        schema.properties().forEach(e -> {
            if (!e.getKey().equals("$ref") && !e.getKey().equals("$defs")) merged.set(e.getKey(), inlined(e.getValue(), root));
        });
        return merged;
    }

    /** What may stand under a key of this mapping; null if the key is unknown here. */
    static @Nullable JsonNode property(JsonNode schema, String key) {
        JsonNode known = schema.path("properties").get(key);
        if (known != null) return known;
        JsonNode other = schema.get("additionalProperties");
        return other != null && other.isObject() ? other : null;
    }

    static JsonNode items(JsonNode schema) {
        return schema.get("items");
    }

    static List<String> keys(JsonNode schema) {
        return new ArrayList<>(schema.path("properties").propertyNames());
    }

    /** Every key below this mapping, lists excepted, by its dotted path from here. */
    static Map<String, JsonNode> below(JsonNode schema) {
        Map<String, JsonNode> found = new TreeMap<>();
        for (String key : keys(schema)) {
            JsonNode child = property(schema, key);
            found.put(key, child);
            below(child).forEach((path, node) -> found.put(key + "." + path, node));
        }
        return found;
    }

    /** What a key is, in words: title, unit and an example, or what it must hold. */
    static String inWords(JsonNode schema) {
        String title = schema.path("title").asString("a value");
        StringBuilder words = new StringBuilder(title.substring(0, 1).toLowerCase(Locale.ROOT)).append(title.substring(1));
        if (schema.has("x-unit")) words.append(" in ").append(schema.get("x-unit").stringValue());
        JsonNode example = schema.has("const") ? schema.get("const") : schema.path("examples").path(0);
        String required = String.join(", ", YamlWords.strings(schema.path("required")));
        String ofItems = String.join(", ", YamlWords.strings(schema.path("items").path("required")));
        if (!example.isMissingNode()) words.append(", for example ").append(YamlWords.flow(example, false));
        else if (schema.has("enum")) words.append(", one of ").append(oneOf(schema.get("enum")));
        else if (!required.isEmpty()) words.append(" with ").append(required);
        else if (!ofItems.isEmpty()) words.append(": a list, each with ").append(ofItems);
        return words.toString();
    }

    /** What leaving an optional key out means; empty if the schema does not say. */
    static String whenAbsent(JsonNode schema) {
        return schema.path("x-assumed").asString(schema.path("x-absent").asString(""));
    }

    static String oneOf(JsonNode values) {
        return String.join(", ", YamlWords.strings(values));
    }

    static String resource(String name) {
        try (InputStream in = ProfileSchema.class.getResourceAsStream("/profile/" + name)) {
            if (in == null) throw new IllegalStateException("/profile/" + name + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
