package dev.secondsource.catalogue;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Summaries of MLPerf results: the list of objects that the results repositories hold ({@code summary_results.json}), or
 * the table as CSV. Column names differ by round.
 */
final class MlperfSummary {
    private static final String[] ACCELERATOR = {"Accelerator", "accelerator_model_name"};
    private static final String[] TOTAL = {"Total Accelerators", "# of Accelerators"};
    private static final String[] PER_NODE = {"a#", "accelerators_per_node"};
    private static final String[] NODES = {"Nodes", "# of Nodes", "number_of_nodes"};
    private static final String[] MODEL = {"Model MLC", "Model", "UsedModel", "MlperfModel", "Benchmark"};
    private static final String[] VALUE = {"Performance_Result", "Result", "Avg. Result at System Name"};
    private static final String[] UNITS = {"Performance_Units", "Units"};
    private static final List<String> REQUIRED = List.of("Accelerator|accelerator_model_name", "Model|Model MLC|UsedModel|MlperfModel|Benchmark", "Scenario|Benchmark",
            "Result|Performance_Result|Avg. Result at System Name", "Units|Performance_Units", "Submitter|Organization");

    private MlperfSummary() {}

    /** @param json the text is JSON, and else CSV */
    static void read(String file, Reader text, boolean json, Sink sink) {
        if (json) {
            JsonRows.read(file, text, parser -> {
                JsonRows.expect(parser, JsonToken.START_ARRAY, file, "a summary of results is a list of objects");
                boolean any = false;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int line = JsonRows.line(parser);
                    JsonRows.expect(parser, JsonToken.START_OBJECT, file, "each result is an object");
                    JsonNode result = parser.readValueAsTree();
                    if (!any && !result.has("Submitter") && !result.has("Organization"))
                        throw new NotTheFormat(file, line, "", "has no \"Submitter\"", "name a summary of MLPerf results; is it another format?");
                    any = true;
                    sink.row();
                    row(file, line, names -> cell(result, names), sink);
                }
                if (!any) throw new NotTheFormat(file, 1, "", "is an empty list", "fetch the results again");
            });
        } else {
            CsvRows.read(file, text, REQUIRED, row -> {
                sink.row();
                row(file, row.line(), row::cell, sink);
            });
        }
    }

    private static void row(String file, int line, Function<String[], @Nullable String> cell, Sink sink) {
        String units = text(cell, UNITS);
        String accelerator = text(cell, ACCELERATOR);
        if (units.toLowerCase(Locale.ROOT).contains("watt") || units.toLowerCase(Locale.ROOT).contains("joule") || accelerator.isEmpty() || accelerator.equalsIgnoreCase("n/a") || accelerator.equals("-")) {
            sink.passOver();
            return;
        }
        String errors = text(cell, "errors");
        String version = text(cell, "version", "Version", "Round");
        boolean training = units.toLowerCase(Locale.ROOT).contains("minute");
        String scenario = text(cell, "Scenario").toLowerCase(Locale.ROOT);
        Result result = new Result(file, line, text(cell, "ID", "Public ID", "Unique ID (e.g. for Audit)"), (training ? "Training " : "Inference ") + version,
                text(cell, "Submitter", "Organization"), text(cell, "System", "System Name (click + for details)", "System Name", "Platform"),
                text(cell, "Availability").toLowerCase(Locale.ROOT), text(cell, "Category", "Division").toLowerCase(Locale.ROOT), accelerator, accelerators(cell),
                text(cell, MODEL), training ? "time-to-train" : scenario, units, Figures.number(cell.apply(VALUE)), text(cell, "weight_data_types"),
                text(cell, "Location", "Details"));
        if (!errors.isEmpty() && !errors.equals("0") || text(cell, "Valid / Invalid").toLowerCase(Locale.ROOT).startsWith("invalid"))
            sink.refuse(result.refuse(Reason.NOT_COMPARABLE, "invalid", "the round marks the result of " + result.system() + " as invalid", "leave it out"));
        else sink.result(result);
    }

    /** All that ran together; the count of one node times the nodes where only that is printed. */
    private static @Nullable BigDecimal accelerators(Function<String[], @Nullable String> cell) {
        BigDecimal total = Figures.number(cell.apply(TOTAL));
        if (total != null) return total;
        BigDecimal perNode = Figures.number(cell.apply(PER_NODE));
        BigDecimal nodes = Figures.number(cell.apply(NODES));
        return perNode == null ? null : nodes == null ? perNode : perNode.multiply(nodes);
    }

    private static String text(Function<String[], @Nullable String> cell, String... names) {
        String text = cell.apply(names);
        return text == null ? "" : text;
    }

    private static @Nullable String cell(JsonNode result, String[] names) {
        for (String name : names) {
            JsonNode value = result.path(name);
            if (value.isNumber()) return value.decimalValue().toPlainString();
            String text = value.isString() ? value.stringValue().strip() : "";
            if (!text.isEmpty()) return text;
        }
        return null;
    }
}
