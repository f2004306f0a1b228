package dev.secondsource.files;

import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What every format of ours checks alike on the tree of a file: keys, texts, numbers, tags; each problem with its line. */
abstract class YamlShape {
    private static final String TAGS =
            Stream.of(Tag.values()).map(YamlShape::word).collect(Collectors.joining(", "));

    final YamlDocument document;
    final List<Problem> problems = new ArrayList<>();

    YamlShape(YamlDocument document) {
        this.document = document;
    }

    final @Nullable JsonNode mapping(JsonNode parent, String at, String key, boolean required) {
        JsonNode node = parent.get(key);
        if (node == null && !required) return null;
        if (node != null && node.isObject()) return node;
        problem(node == null ? at : at + "/" + key, node == null
                ? key + " is missing"
                : YamlWords.kindOf(node) + " instead of a mapping", "write " + key + ": with a mapping");
        return null;
    }

    final @Nullable String text(JsonNode parent, String at, String key, String mend) {
        JsonNode node = parent.get(key);
        if (node == null) {
            problem(at, key + " is missing", "add " + key + ": " + mend);
            return null;
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            problem(at + "/" + key, node.isString() ? key + " is empty" : YamlWords.kindOf(node) + " instead of text", mend);
            return null;
        }
        return node.stringValue();
    }

    /** Plain or quoted, read digit by digit: 0.1 is a tenth, not the nearest binary fraction. */
    final @Nullable BigDecimal number(JsonNode parent, String at, String key, boolean required) {
        JsonNode node = parent.get(key);
        if (node == null) {
            if (required) problem(at, key + " is missing", "add " + key + ": a decimal number");
            return null;
        }
        try {
            if (node.isNumber()) return Decimals.plain(node.decimalValue());
            if (node.isString() && node.stringValue().length() <= 40) return Decimals.plain(new BigDecimal(node.stringValue()));
        } catch (NumberFormatException notANumber) {
            // told below, with everything else that is no number
        }
        problem(YamlDocument.child(at, key), YamlWords.shown(node) + " is not a number", "write a decimal such as 0.15");
        return null;
    }

    final @Nullable Tag tag(JsonNode row, String at) {
        String text = text(row, at, "tag", "one of " + TAGS);
        if (text == null) return null;
        for (Tag tag : Tag.values()) if (word(tag).equals(text)) return tag;
        problem(at + "/tag", "\"" + text + "\" is not a tag", "use one of " + TAGS);
        return null;
    }

    final void inRange(BigDecimal value, @Nullable BigDecimal least, @Nullable BigDecimal most, String at) {
        if (least != null && value.compareTo(least) < 0)
            problem(at, value.toPlainString() + " is out of range", "use at least " + least.toPlainString());
        if (most != null && value.compareTo(most) > 0)
            problem(at, value.toPlainString() + " is out of range", "use at most " + most.toPlainString());
    }

    final void onlyKeys(JsonNode node, String at, List<String> known) {
        for (String key : node.propertyNames())
            if (!known.contains(key))
                problem(YamlDocument.child(at, key), "there is no key \"" + key + "\" here", Nearest.suggestion(key, known));
    }

    final void problem(String pointer, String what, String mend) {
        problems.add(new Problem(document.file(), document.line(pointer), YamlWords.dotted(pointer), what, mend));
    }

    private static String word(Tag tag) {
        return tag.name().toLowerCase(Locale.ROOT);
    }
}
