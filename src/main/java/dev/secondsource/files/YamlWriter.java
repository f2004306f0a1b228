package dev.secondsource.files;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a tree as YAML that people like to read: sections in blocks, lists of words on one line. */
final class YamlWriter {
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    static String write(ObjectNode root) {
        YamlWriter writer = new YamlWriter();
        writer.mapping(root, "");
        return writer.out.toString();
    }

    private void mapping(ObjectNode mapping, String indent) {
        String before = "";
        for (var entry : mapping.properties()) {
            out.append(before).append(YamlWords.text(entry.getKey(), false)).append(':');
            value(entry.getValue(), indent);
            before = indent;
        }
    }

    private void value(JsonNode value, String indent) {
        boolean block = value.isContainer() && !value.isEmpty() && (value.isObject() || value.get(0).isObject());
        if (!block) {
            out.append(' ').append(YamlWords.flow(value, false)).append('\n');
            return;
        }
        out.append('\n');
        if (value instanceof ObjectNode section) {
            out.append(indent).append(STEP);
            mapping(section, indent + STEP);
            return;
        }
        for (JsonNode item : value) {
            out.append(indent).append(STEP).append("- ");
            mapping((ObjectNode) item, indent + STEP + STEP);
        }
    }
}
