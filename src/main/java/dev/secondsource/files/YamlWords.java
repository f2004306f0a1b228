package dev.secondsource.files;

import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a value of a file is named and shown to people. */
final class YamlWords {
    private YamlWords() {}

    /** {@code /workloads/0/id} as {@code workloads[0].id}. */
    static String dotted(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            if (name.isEmpty()) continue;
            if (name.chars().allMatch(Character::isDigit)) path.append('[').append(name).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(name);
        }
        return path.toString();
    }

    /** A number as the tree holds it: whole if it is whole, never with an exponent or trailing zeros. */
    static JsonNode number(BigDecimal value) {
        BigDecimal plain = Decimals.plain(value);
        if (plain.scale() > 0) return JsonNodeFactory.instance.numberNode(plain);
        BigInteger whole = plain.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(whole.longValueExact())
                : JsonNodeFactory.instance.numberNode(whole);
    }

    static String kindOf(JsonNode node) {
        if (node.isObject()) return "a mapping";
        if (node.isArray()) return "a list";
        if (node.isString()) return "text";
        if (node.isNumber()) return "a number";
        if (node.isBoolean()) return "true or false";
        return "nothing";
    }

    /** The value in YAML's flow style; also JSON if every text is quoted. */
    static String flow(JsonNode node, boolean quoted) {
        if (node.isArray())
            return StreamSupport.stream(node.spliterator(), false).map(n -> flow(n, quoted)).collect(Collectors.joining(", ", "[", "]"));
        if (node.isObject())
            return node.properties().stream()
                    .map(e -> text(e.getKey(), quoted) + ": " + flow(e.getValue(), quoted))
                    .collect(Collectors.joining(", ", "{", "}"));
        if (node.isString()) return text(node.stringValue(), quoted);
        return node.isNumber() ? node.decimalValue().toPlainString() : node.toString();
    }

    static String text(String value, boolean quoted) {
        boolean word = value.matches("[A-Za-z][A-Za-z0-9]*([ ._/-][A-Za-z0-9]+)*") && !value.matches("(?i)true|false|null|yes|no|on|off|y|n");
        boolean plain = !quoted && (word || value.matches("\\d{4}-\\d{2}-\\d{2}"));
        return plain ? value : JsonNodeFactory.instance.stringNode(value).toString();
    }

    /** The value as a person would read it in a sentence. */
    static String shown(JsonNode node) {
        if (node.isString()) return "\"" + shortened(node.stringValue()) + "\"";
        return shortened(flow(node, false));
    }

    static String codePoint(int c) {
        return String.format("U+%04X", c);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= 60 ? line : line.substring(0, 57) + "…";
    }

    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        if (list != null) list.forEach(n -> strings.add(n.asString()));
        return strings;
    }
}
