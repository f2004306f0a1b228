package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.whatif.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes one value in the text of a profile and leaves the rest of it, comments too, as it stands. A path addresses
 * the items of a list by their id ({@code workloads.serve.contextTokens}, {@code contracts.aws.exitPlan}) or by index
 * ({@code fleet[0].share}). A contract that the profile does not have yet is begun by setting a term of it.
 */
public final class ProfileEdit {
    private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)((?:\\[\\d+])*)");
    private static final Pattern AFTER_COLON = Pattern.compile(":(?:[ \\t]*(?:#[^\\n]*)?\\r?\\n)+[ \\t]*$");

    private final YamlDocument document;
    private final String path;

    private ProfileEdit(YamlDocument document, String path) {
        this.document = document;
        this.path = path;
    }

    /**
     * Makes an assignment as a user types it, {@code workloads.serve.contextTokens=32768}.
     *
     * @see #set(String, String, String, String)
     */
    public static Checked<ReadProfile> assign(String text, String file, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) return Checked.wrong(Problem.in(file, "\"" + assignment + "\" assigns nothing", "write KEY=VALUE, for example workloads.serve.contextTokens=32768"));
        return set(text, file, assignment.substring(0, equals).strip(), assignment.substring(equals + 1).strip());
    }

    /**
     * Sets one value.
     *
     * @param text a profile, YAML or JSON
     * @param file name to report problems under
     * @param path what to set; the key may be missing as yet
     * @param value as in a file; a list may do without its brackets
     * @return the profile after the change, with its new text; or why it would be wrong, and then nothing changes
     */
    public static Checked<ReadProfile> set(String text, String file, String path, String value) {
        return YamlText.read(text, file)
                .then(document -> NewItem.in(document, path))
                .then(document -> new ProfileEdit(document, path).edited(value))
                .then(edited -> ProfileReader.read(edited, file));
    }

    /**
     * A text after a change that nobody has looked at yet: several changes may only together make a valid profile.
     *
     * @param before the value as it was, the default where the file has none
     * @param after the value as it is
     */
    record Edited(String text, String before, String after) {}

    /** Sets one value of its own, or one made of what it was; a mapping of numbers is changed by percent as a whole. */
    static Checked<Edited> change(String text, String file, String path, Amount amount) {
        return YamlText.read(text, file).then(document -> NewItem.in(document, path)).then(document -> new ProfileEdit(document, path).changed(amount));
    }

    private Checked<Edited> changed(Amount amount) {
        Checked<Target> found = target();
        if (!(found instanceof Checked.Valid<Target> valid)) return Checked.wrong(found.problems());
        Target target = valid.value();
        JsonNode held = held(target);
        Checked<JsonNode> value = amount instanceof Amount.Absolute absolute ? typed(absolute.text(), target.schema, document.file(), path)
                : moved(held, target.schema, (Amount.Relative) amount);
        return value.then(node -> Checked.of(new Edited(target.missing.isEmpty() ? replaced(target, node) : inserted(target, node),
                held.isMissingNode() ? "not set" : YamlWords.flow(held, false), YamlWords.flow(node, false))));
    }

    /** The value of a target with the defaults of the format put in. */
    private JsonNode held(Target target) {
        String pointer = target.pointer;
        for (String key : target.missing) pointer = YamlDocument.child(pointer, key);
        return ProfileShape.of(document).complete().at(pointer);
    }

    private Checked<JsonNode> moved(JsonNode held, JsonNode schema, Amount.Relative amount) {
        if (held.isMissingNode()) return wrong("has no value that could be changed", "set one: " + ProfileSchema.inWords(schema));
        if (held.isNumber()) {
            BigDecimal number = amount.of(held.decimalValue());
            return Checked.of(YamlWords.number(schema.path("type").asString("").equals("integer") ? number.setScale(0, RoundingMode.HALF_EVEN) : number));
        }
        if (!(held instanceof ObjectNode mapping) || !(amount instanceof Amount.Percent) || mapping.isEmpty())
            return wrong(YamlWords.shown(held) + " is no number, so nothing can be added to it", "set a value of its own: " + ProfileSchema.inWords(schema));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String key : mapping.propertyNames()) {
            JsonNode child = ProfileSchema.property(schema, key);
            Checked<JsonNode> part = moved(mapping.get(key), child == null ? schema : child, amount);
            if (!(part instanceof Checked.Valid<JsonNode> valid)) return part;
            all.set(key, valid.value());
        }
        return Checked.of(all);
    }

    /**
     * Every path that can be set in this profile, optional keys included; for completion. A list of sections that is
     * still empty is set as a whole.
     */
    public static List<String> paths(ReadProfile read) {
        List<String> paths = new ArrayList<>();
        if (YamlText.read(read.text(), read.file()) instanceof Checked.Valid<YamlDocument> valid)
            paths(ProfileSchema.bundled().root(), valid.value().root(), "", paths);
        return paths;
    }

    private static void paths(JsonNode schema, @Nullable JsonNode value, String path, List<String> paths) {
        for (String key : ProfileSchema.keys(schema)) {
            JsonNode child = ProfileSchema.property(schema, key);
            JsonNode held = value == null ? null : value.get(key);
            String at = path.isEmpty() ? key : path + "." + key;
            JsonNode item = child.path("items");
            if (child.has("properties")) paths(child, held, at, paths);
            else if (!item.has("properties")) paths.add(at);
            else if (held == null || held.isEmpty()) paths.add(at);
            else {
                List<@Nullable String> handles = ProfileShape.handles(child.path("x-handle").asString(""), held);
                for (int i = 0; i < held.size(); i++)
                    paths(item, held.get(i), handles.get(i) == null ? at + "[" + i + "]" : at + "." + handles.get(i), paths);
            }
        }
    }

    /** Where a path leads: the deepest value that exists, and the keys still to be made below it. */
    private record Target(String pointer, JsonNode node, JsonNode schema, List<String> missing) {
        Target down(String key, JsonNode childSchema) {
            JsonNode child = missing.isEmpty() ? node.get(key) : null;
            if (child != null) return new Target(YamlDocument.child(pointer, key), child, childSchema, missing);
            List<String> more = new ArrayList<>(missing);
            more.add(key);
            return new Target(pointer, node, childSchema, more);
        }

        Target item(int index) {
            return new Target(YamlDocument.child(pointer, Integer.toString(index)), node.get(index), schema.get("items"), missing);
        }
    }

    private Checked<String> edited(String value) {
        Checked<Target> found = target();
        if (found instanceof Checked.Invalid<Target> invalid) return Checked.wrong(invalid.problems());
        Target target = ((Checked.Valid<Target>) found).value();
        return typed(value, target.schema, document.file(), path).then(node -> Checked.of(target.missing.isEmpty() ? replaced(target, node) : inserted(target, node)));
    }

    private Checked<Target> target() {
        Target at = new Target("", document.root(), ProfileSchema.bundled().root(), List.of());
        String rest = path;
        while (!rest.isEmpty()) {
            boolean freeKeys = at.schema.path("additionalProperties").isObject();
            int dot = freeKeys ? -1 : rest.indexOf('.');
            String step = dot < 0 ? rest : rest.substring(0, dot);
            rest = dot < 0 ? "" : rest.substring(dot + 1);
            Matcher parts = STEP.matcher(step);
            if (!parts.matches()) return wrong("\"" + step + "\" is no step of a path", "write keys with dots between them");
            String name = freeKeys ? step : parts.group(1);
            String indices = freeKeys ? "" : parts.group(2);

            if (at.schema.has("items")) {
                List<@Nullable String> handles = at.missing.isEmpty() ? ProfileShape.handles(at.schema.path("x-handle").asString(""), at.node) : List.of();
                int index = handles.indexOf(name);
                if (index < 0) return wrong("no item \"" + name + "\"", "use one of " + String.join(", ", addressed(at, handles)));
                at = at.item(index);
            } else {
                JsonNode child = ProfileSchema.property(at.schema, name);
                if (child == null) return wrong("there is no key \"" + name + "\" here", meant(at.schema, name));
                at = at.down(name, child);
            }
            for (Matcher digits = Pattern.compile("\\d+").matcher(indices); digits.find(); ) {
                int size = at.missing.isEmpty() && at.node.isArray() ? at.node.size() : 0;
                if (digits.group().length() > 6 || Integer.parseInt(digits.group()) >= size)
                    return wrong("no item [" + digits.group() + "]", size == 0 ? "the list is empty: set the whole list" : "use [0] to [" + (size - 1) + "]");
                at = at.item(Integer.parseInt(digits.group()));
            }
        }
        return Checked.of(at);
    }

    private static List<String> addressed(Target at, List<@Nullable String> handles) {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < handles.size(); i++) addresses.add(handles.get(i) == null ? "[" + i + "]" : handles.get(i));
        return addresses.isEmpty() ? List.of("an id, once the list has items") : addresses;
    }

    private static String meant(JsonNode schema, String name) {
        Map<String, JsonNode> below = ProfileSchema.below(schema);
        return below.keySet().stream().filter(p -> p.endsWith("." + name)).findFirst()
                .or(() -> Nearest.to(name, below.keySet()))
                .map(n -> "did you mean " + n + "?")
                .orElse("known keys here: " + String.join(", ", ProfileSchema.keys(schema)));
    }

    /** Reads a typed value. Text is taken as it is, so that a name may hold a colon; all else is read as in a file. */
    static Checked<JsonNode> typed(String value, JsonNode schema, String file, String path) {
        String type = schema.path("type").asString(schema.has("enum") || schema.has("const") ? "string" : "");
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        if (type.equals("string") && !quoted) return Checked.of(JsonNodeFactory.instance.stringNode(value));
        String listed = type.equals("array") && !value.startsWith("[") ? "[" + value + "]" : value;
        Checked<JsonNode> read = YamlText.value(listed, file);
        if (read instanceof Checked.Valid<JsonNode>) return read;
        return Checked.wrong(new Problem(file, null, path, "\"" + value + "\" cannot be read as a value", "write " + ProfileSchema.inWords(schema)));
    }

    private String replaced(Target target, JsonNode node) {
        YamlPlace place = document.places().get(target.pointer);
        String before = document.text().substring(0, place.start());
        String written = YamlWords.flow(node, isJson());
        Matcher block = AFTER_COLON.matcher(before);
        if (!place.flow() && block.find()) {
            before = before.substring(0, block.start()) + ":";
            written = " " + written;
        }
        return before + written + document.text().substring(place.end());
    }

    private String inserted(Target target, JsonNode node) {
        YamlPlace parent = document.places().get(target.pointer);
        return parent.flow() ? insertedInFlow(target, node, parent) : insertedInBlock(target, node, parent);
    }

    private String insertedInFlow(Target target, JsonNode node, YamlPlace parent) {
        JsonNode value = node;
        for (int i = target.missing.size() - 1; i > 0; i--) value = JsonNodeFactory.instance.objectNode().set(target.missing.get(i), value);
        String entry = YamlWords.text(target.missing.get(0), isJson()) + ": " + YamlWords.flow(value, isJson());
        boolean empty = target.node.isEmpty();
        int at = empty ? parent.start() + 1 : end(target);
        return spliced(at, at, (empty ? "" : ", ") + entry);
    }

    private String insertedInBlock(Target target, JsonNode node, YamlPlace parent) {
        StringBuilder lines = new StringBuilder();
        String indent = " ".repeat(parent.column());
        for (int i = 0; i < target.missing.size(); i++) {
            boolean last = i == target.missing.size() - 1;
            lines.append(indent).append("  ".repeat(i)).append(YamlWords.text(target.missing.get(i), false)).append(':');
            lines.append(last ? " " + YamlWords.flow(node, false) : "\n");
        }
        String text = document.text();
        int end = end(target);
        boolean lineDone = text.charAt(end - 1) == '\n';
        int lineEnd = lineDone ? end : text.indexOf('\n', end);
        if (lineDone) return spliced(end, end, lines + "\n");
        if (lineEnd < 0) return text + "\n" + lines + "\n";
        return spliced(lineEnd + 1, lineEnd + 1, lines + "\n");
    }

    private int end(Target mapping) {
        return mapping.node.propertyNames().stream()
                .mapToInt(key -> document.places().get(YamlDocument.child(mapping.pointer, key)).end())
                .max().orElse(document.places().get(mapping.pointer).end());
    }

    private String spliced(int from, int to, String middle) {
        return document.text().substring(0, from) + middle + document.text().substring(to);
    }

    private boolean isJson() {
        return document.text().stripLeading().startsWith("{");
    }

    private <T> Checked<T> wrong(String what, String mend) {
        return Checked.wrong(new Problem(document.file(), null, path, what, mend));
    }
}
