package dev.secondsource.report;

import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Node;

/** An explanation to be read, or as data for another program. */
public final class ExplanationReport {
    private static final int STEP = 2;

    private ExplanationReport() {}

    /** An indented tree; no line wider than the page. */
    public static String text(Explanation explanation, Page page) {
        Sheet sheet = new Sheet(page);
        for (Node root : explanation.roots()) {
            sheet.blank();
            write(root, 0, sheet);
        }
        return sheet.end();
    }

    private static void write(Node node, int depth, Sheet sheet) {
        // Deep reasons still need room for their words.
        int indent = Math.min(depth * STEP, sheet.page().width() / 3);
        sheet.text(indent, ink(node.kind()), label(node) + (node.text().isEmpty() ? "" : ": " + node.text()));
        node.children().forEach(c -> write(c, depth + 1, sheet));
        if (node.leftOut() > 0) sheet.text(Math.min(indent + STEP, sheet.page().width() / 3), Ink.DIM, "… " + Amounts.count(node.leftOut()) + " more below");
    }

    private static String label(Node node) {
        return switch (node.kind()) {
            case THRESHOLD -> "policy " + node.name();
            case EVIDENCE -> "evidence " + node.name();
            default -> node.name();
        };
    }

    private static Ink ink(Node.Kind kind) {
        return switch (kind) {
            case ANSWER, ALLOCATION, RULE -> Ink.BOLD;
            case UNKNOWN, MISSING, CONDITION -> Ink.YELLOW;
            case SILENT, DEFEATED, EVIDENCE -> Ink.DIM;
            default -> Ink.PLAIN;
        };
    }

    /** The same tree as JSON, {@code explanation/1}; where it was cut, {@code leftOut} counts what is missing. */
    public static String json(Explanation explanation) {
        return Json.object(json -> json.text("schema", "explanation/1").objects("roots", explanation.roots(), n -> write(n, json)));
    }

    private static void write(Node node, Json json) {
        json.text("kind", node.kind()).text("name", node.name()).text("text", node.text()).objects("children", node.children(), c -> write(c, json));
        if (node.leftOut() > 0) json.count("leftOut", node.leftOut());
    }
}
