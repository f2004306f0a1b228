package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.whatif.Amount;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item that a path names and a list has not yet, where the name is all that an item must have: {@code contracts.crusoe.exitPlan}
 * begins what is known of the contract with another provider.
 */
final class NewItem {
    private static final Pattern OF_A_LIST = Pattern.compile("([A-Za-z]+)\\.([A-Za-z0-9][A-Za-z0-9-]*)\\..+");

    private NewItem() {}

    /** The profile with the item that a path needs, or as it is. */
    static Checked<YamlDocument> in(YamlDocument document, String path) {
        Matcher step = OF_A_LIST.matcher(path);
        JsonNode list = step.matches() ? ProfileSchema.property(ProfileSchema.bundled().root(), step.group(1)) : null;
        if (list == null || !isOfItsNameAlone(list)) return Checked.of(document);
        String handle = list.get("x-handle").stringValue();
        JsonNode held = document.root().get(step.group(1));
        if (held != null && !(held instanceof ArrayNode) || held != null && held.valueStream().anyMatch(i -> i.path(handle).asString("").equals(step.group(2)))) return Checked.of(document);
        ObjectNode item = JsonNodeFactory.instance.objectNode().put(handle, step.group(2));
        String written = YamlWords.flow(item, document.text().stripLeading().startsWith("{"));
        Checked<String> text = held == null || held.isEmpty() ? ProfileEdit.change(document.text(), document.file(), step.group(1), new Amount.Absolute("[" + written + "]")).then(edited -> Checked.of(edited.text()))
                : Checked.of(appended(document, YamlDocument.child("", step.group(1)), held.size(), written));
        return text.then(all -> YamlText.read(all, document.file()));
    }

    private static boolean isOfItsNameAlone(JsonNode list) {
        JsonNode required = list.path("items").path("required");
        return list.has("x-handle") && required.size() == 1 && required.get(0).asString("").equals(list.get("x-handle").asString(""));
    }

    /** After the last item, in the manner of the list. */
    private static String appended(YamlDocument document, String list, int size, String written) {
        String text = document.text();
        YamlPlace place = document.places().get(list);
        int end = document.places().get(YamlDocument.child(list, Integer.toString(size - 1))).end();
        if (place.flow()) return text.substring(0, end) + ", " + written + text.substring(end);
        int lineEnd = text.charAt(end - 1) == '\n' ? end - 1 : text.indexOf('\n', end);
        String line = " ".repeat(place.column()) + "- " + written;
        return lineEnd < 0 ? text + "\n" + line + "\n" : text.substring(0, lineEnd + 1) + line + "\n" + text.substring(lineEnd + 1);
    }
}
