package dev.secondsource.files;

import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.Assumption;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds a document against the schema: reports everything that does not fit, and puts in the defaults. It obeys the
 * part of JSON Schema named in {@link ProfileSchema#KEYWORDS}, and says more than a validator would: the line, what
 * would be right, and which key was probably meant.
 */
final class ProfileShape {
    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final Map<String, Integer> lines = new TreeMap<>();
    /** Keys that stand in the file under another spelling, by pointer: they are not missing too. */
    private final Set<String> misspelt = new HashSet<>();

    private ProfileShape(YamlDocument document) {
        this.document = document;
    }

    /**
     * What came of it.
     *
     * @param complete the document with defaults put in; only to be used if there are no problems
     * @param problems everything that does not fit
     * @param assumptions what was left out
     * @param lines 1-based line of every value that stands in the file, by its dotted path
     */
    record Outcome(ObjectNode complete, List<Problem> problems, List<Assumption> assumptions, Map<String, Integer> lines) {}

    static Outcome of(YamlDocument document) {
        ProfileShape shape = new ProfileShape(document);
        JsonNode root = ProfileSchema.bundled().root();
        JsonNode complete = shape.visit(root, root, document.root(), "", "");
        return new Outcome((ObjectNode) complete, shape.problems, shape.assumptions, shape.lines);
    }

    /**
     * @param rule what to hold the value against
     * @param words where its titles and examples are; differs from the rule only inside if, then and else
     */
    private JsonNode visit(JsonNode rule, JsonNode words, JsonNode value, String pointer, String path) {
        if (rule == words && !path.isEmpty() && document.places().containsKey(pointer)) lines.put(path, document.line(pointer));
        if (value.isNull()) {
            problem(pointer, path, "has no value", "give " + ProfileSchema.inWords(words) + ", or leave the key out if it is optional");
            return value;
        }
        if (!hasType(rule, value)) {
            problem(pointer, path, YamlWords.shown(value) + " is " + YamlWords.kindOf(value) + ", not " + typeInWords(rule), "write " + ProfileSchema.inWords(words));
            return value;
        }
        choices(rule, value, pointer, path);
        if (value.isString()) text(rule, words, value.stringValue(), pointer, path);
        if (value.isNumber()) range(rule, words, value.decimalValue(), pointer, path);
        JsonNode complete = value;
        if (value instanceof ObjectNode mapping) complete = mapping(rule, words, mapping, pointer, path);
        if (value instanceof ArrayNode list) complete = list(rule, words, list, pointer, path);
        conditions(rule, words, value, pointer, path);
        return complete;
    }

    private JsonNode mapping(JsonNode rule, JsonNode words, ObjectNode value, String pointer, String path) {
        ObjectNode complete = JsonNodeFactory.instance.objectNode();
        if (rule.has("additionalProperties")) {
            for (String key : value.propertyNames()) {
                if (ProfileSchema.property(rule, key) == null) unknownKey(rule, value, key, pointer, path);
            }
        }
        Set<String> keys = new LinkedHashSet<>(ProfileSchema.keys(rule));
        keys.addAll(value.propertyNames());
        for (String key : keys) {
            JsonNode child = ProfileSchema.property(rule, key);
            if (child == null) continue;
            JsonNode childWords = rule == words ? child : Optional.ofNullable(ProfileSchema.property(words, key)).orElse(child);
            String childPath = path.isEmpty() ? key : path + "." + key;
            String childPointer = YamlDocument.child(pointer, key);
            JsonNode given = value.get(key);
            if (given != null) complete.set(key, visit(child, childWords, given, childPointer, childPath));
            else if (child.has("default")) complete.set(key, absent(child, childPointer, childPath));
            else assume(child, childPath);
        }
        for (String key : YamlWords.strings(rule.path("required"))) {
            if (value.has(key) || misspelt.contains(YamlDocument.child(pointer, key))) continue;
            JsonNode missing = ProfileSchema.property(words, key);
            String why = rule == words ? "" : rule.path("description").asString("");
            problem(pointer, path.isEmpty() ? key : path + "." + key, "\"" + key + "\" is missing" + (why.isEmpty() ? "" : ": " + why),
                    "add " + (missing == null ? key : ProfileSchema.inWords(missing)));
        }
        return complete;
    }

    /** Puts in a default; a section left out is visited, so that each of its own defaults is told. */
    private JsonNode absent(JsonNode child, String pointer, String path) {
        JsonNode filled = child.get("default");
        if (filled.isObject()) return visit(child, child, filled, pointer, path);
        boolean nothing = filled.isArray() && filled.isEmpty() || filled.isString() && filled.stringValue().isEmpty() || filled.isBoolean() && !filled.booleanValue();
        if (!nothing) assumptions.add(new Assumption(path, YamlWords.flow(filled, false), title(child)));
        else assume(child, path);
        return filled.isNumber() ? YamlWords.number(filled.decimalValue()) : filled;
    }

    private void assume(JsonNode child, String path) {
        if (child.has("x-assumed")) assumptions.add(new Assumption(path, child.get("x-assumed").stringValue(), title(child)));
    }

    private JsonNode list(JsonNode rule, JsonNode words, ArrayNode value, String pointer, String path) {
        ArrayNode complete = JsonNodeFactory.instance.arrayNode();
        int size = value.size();
        int least = rule.path("minItems").asInt(0);
        int most = rule.path("maxItems").asInt(Integer.MAX_VALUE);
        if (size < least || size > most) {
            String why = rule == words ? "" : rule.path("description").asString("");
            String bounds = least == most ? "exactly " + least : size < least ? "at least " + least : "at most " + most;
            problem(pointer, path, "lists " + size + (size == 1 ? " item" : " items") + (why.isEmpty() ? "" : ": " + why),
                    "list " + bounds + " of " + listed(words));
        }
        JsonNode wanted = rule.get("contains");
        if (wanted != null && value.valueStream().noneMatch(item -> holds(wanted, item)))
            problem(pointer, path, "lacks an item", "list " + YamlWords.flow(wanted.path("const"), false) + " too");
        if (!rule.has("items")) return value;
        JsonNode item = ProfileSchema.items(rule);
        Map<JsonNode, Integer> seen = new HashMap<>();
        List<String> handles = handles(words.path("x-handle").asString(""), value);
        for (int i = 0; i < size; i++) {
            String itemPointer = YamlDocument.child(pointer, Integer.toString(i));
            String itemPath = handles.get(i) == null ? path + "[" + i + "]" : path + "." + handles.get(i);
            Integer before = seen.putIfAbsent(value.get(i), i);
            if (before != null && rule.path("uniqueItems").asBoolean(false))
                problem(itemPointer, itemPath, YamlWords.shown(value.get(i)) + " is listed twice", "list it once");
            complete.add(visit(item, item, value.get(i), itemPointer, itemPath));
        }
        duplicateHandles(words, value, pointer, path);
        return complete;
    }

    private static String listed(JsonNode words) {
        JsonNode items = words.path("items");
        return items.has("enum") ? ProfileSchema.oneOf(items.get("enum")) : words.path("title").asString("these").toLowerCase(Locale.ROOT);
    }

    /** By what each item of a list is addressed: its id if it has one of its own, else null for its index. */
    static List<@Nullable String> handles(String key, JsonNode list) {
        List<@Nullable String> all = new ArrayList<>();
        list.forEach(item -> all.add(item.path(key).isString() ? item.path(key).stringValue() : null));
        List<@Nullable String> usable = new ArrayList<>();
        all.forEach(h -> usable.add(h != null && h.matches("[A-Za-z0-9][A-Za-z0-9-]*") && all.stream().filter(h::equals).count() == 1 ? h : null));
        return usable;
    }

    private void duplicateHandles(JsonNode words, ArrayNode list, String pointer, String path) {
        String key = words.path("x-handle").asString("");
        if (key.isEmpty()) return;
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode handle = list.get(i).path(key);
            if (!handle.isString()) continue;
            Integer before = first.putIfAbsent(handle.stringValue(), i);
            if (before == null) continue;
            YamlPlace taken = document.places().get(YamlDocument.child(YamlDocument.child(pointer, before.toString()), key));
            problem(YamlDocument.child(YamlDocument.child(pointer, Integer.toString(i)), key), path + "[" + i + "]." + key,
                    YamlWords.shown(handle) + " is taken by " + (taken == null ? "another item" : "the item on line " + taken.line()),
                    "give each its own " + key);
        }
    }

    private void choices(JsonNode rule, JsonNode value, String pointer, String path) {
        if (rule.has("const") && !rule.get("const").equals(value))
            problem(pointer, path, YamlWords.shown(value) + " is not known to this program", "write " + YamlWords.flow(rule.get("const"), false));
        JsonNode choices = rule.get("enum");
        if (choices == null) return;
        List<String> known = YamlWords.strings(choices);
        if (value.isString() && known.contains(value.stringValue())) return;
        String meant = value.isString() ? Nearest.to(value.stringValue(), known).map(n -> "did you mean " + n + "? ").orElse("") : "";
        problem(pointer, path, YamlWords.shown(value) + " is not one of the choices", meant + "use one of " + String.join(", ", known));
    }

    private void text(JsonNode rule, JsonNode words, String value, String pointer, String path) {
        int length = value.codePointCount(0, value.length());
        String shown = YamlWords.shown(JsonNodeFactory.instance.stringNode(value));
        if (length < rule.path("minLength").asInt(0)) {
            problem(pointer, path, "is empty", "write " + ProfileSchema.inWords(words));
        } else if (length > rule.path("maxLength").asInt(Integer.MAX_VALUE)) {
            problem(pointer, path, "is " + length + " characters long", "use at most " + rule.get("maxLength").asInt());
        } else if (rule.has("pattern") && !Pattern.compile(rule.get("pattern").stringValue()).matcher(value).find()) {
            problem(pointer, path, shown + " does not have the form of this key", "write " + ProfileSchema.inWords(words));
        } else if (rule.path("format").asString("").equals("date") && !isDate(value)) {
            problem(pointer, path, shown + " is not a date", "write a day of the calendar as YYYY-MM-DD");
        }
    }

    private static boolean isDate(String value) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) return false;
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private void range(JsonNode rule, JsonNode words, BigDecimal value, String pointer, String path) {
        BigDecimal least = decimal(rule.get("minimum"));
        BigDecimal above = decimal(rule.get("exclusiveMinimum"));
        BigDecimal most = decimal(rule.get("maximum"));
        boolean fits = (least == null || value.compareTo(least) >= 0) && (above == null || value.compareTo(above) > 0)
                && (most == null || value.compareTo(most) <= 0);
        if (fits) return;
        String low = least != null ? "from " + least.toPlainString() : above != null ? "above " + above.toPlainString() : "";
        String high = most == null ? "" : (low.isEmpty() ? "up to " : above != null ? " and up to " : " to ") + most.toPlainString();
        String unit = words.has("x-unit") && !words.get("x-unit").stringValue().equals("share") ? " (" + words.get("x-unit").stringValue() + ")" : "";
        problem(pointer, path, value.toPlainString() + " is out of range", "use a number " + low + high + unit);
    }

    private void conditions(JsonNode rule, JsonNode words, JsonNode value, String pointer, String path) {
        for (JsonNode part : rule.path("allOf")) visit(part, words, value, pointer, path);
        if (!rule.has("if")) return;
        JsonNode branch = rule.get(holds(rule.get("if"), value) ? "then" : "else");
        if (branch != null) visit(branch, words, value, pointer, path);
    }

    private boolean holds(JsonNode condition, JsonNode value) {
        ProfileShape trial = new ProfileShape(document);
        trial.visit(condition, condition, value, "", "");
        return trial.problems.isEmpty();
    }

    private void unknownKey(JsonNode rule, ObjectNode value, String key, String pointer, String path) {
        List<String> free = ProfileSchema.keys(rule).stream().filter(k -> !value.has(k)).toList();
        Optional<String> sibling = Nearest.to(key, free);
        sibling.ifPresent(s -> misspelt.add(YamlDocument.child(pointer, s)));
        String mend = sibling.map(s -> "did you mean " + s + "?").or(() -> elsewhere(rule, key))
                .orElse("known keys here: " + String.join(", ", ProfileSchema.keys(rule)));
        problem(YamlDocument.child(pointer, key), path.isEmpty() ? key : path + "." + key, "unknown key \"" + key + "\"", mend);
    }

    /** A key in the wrong section: budgetPerMonth for budget.perMonth, layers for model.layers. */
    private Optional<String> elsewhere(JsonNode rule, String key) {
        Map<String, JsonNode> below = ProfileSchema.below(rule);
        return below.keySet().stream().filter(p -> p.endsWith("." + key)).findFirst()
                .or(() -> Nearest.to(key, below.keySet()))
                .map(p -> "did you mean " + p + "?");
    }

    private static boolean hasType(JsonNode rule, JsonNode value) {
        return switch (rule.path("type").asString("")) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "" -> rule.has("enum") || rule.has("const") ? !value.isContainer() : true;
            default -> throw new IllegalStateException("the schema names a type this reader does not know: " + rule.get("type"));
        };
    }

    private static String typeInWords(JsonNode rule) {
        return switch (rule.path("type").asString("")) {
            case "object" -> "a mapping of keys to values";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            default -> "text";
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode node) {
        return node == null ? null : node.decimalValue();
    }

    private static String title(JsonNode schema) {
        return schema.path("title").asString("");
    }

    private void problem(String pointer, String path, String what, String mend) {
        Integer line = pointer.isEmpty() ? null : (Integer) document.line(pointer);
        problems.add(new Problem(document.file(), line, path, what, mend));
    }
}
