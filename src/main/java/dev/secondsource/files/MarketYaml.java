package dev.secondsource.files;

import dev.secondsource.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads one YAML document into nodes that know their line, which a data binder would throw away. */
final class MarketYaml {
    private final String file;
    private final List<Problem> problems;
    private final JsonParser parser;

    private MarketYaml(String file, List<Problem> problems, JsonParser parser) {
        this.file = file;
        this.problems = problems;
        this.parser = parser;
    }

    /** The mapping at the top of the document; empty, with a problem added, if there is none. */
    static MarketNode.Named parse(String file, String text, List<Problem> problems) {
        MarketNode.Named nothing = new MarketNode.Named(Map.of(), 1);
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            MarketNode top = first == null ? null : new MarketYaml(file, problems, parser).node(first);
            if (top instanceof MarketNode.Named named) return named;
            problems.add(new Problem(file, 1, "", "is not a mapping of keys to values", "start with a key, see SOURCES.md"));
        } catch (JacksonException e) {
            problems.add(new Problem(
                    file, e.getLocation().getLineNr(), "", "malformed YAML: " + firstLine(e.getOriginalMessage()), "mend the syntax"));
        }
        return nothing;
    }

    private @Nullable MarketNode node(JsonToken token) {
        int line = line();
        return switch (token) {
            case START_OBJECT -> named(line);
            case START_ARRAY -> items(line);
            case VALUE_NULL -> null;
            default -> new MarketNode.Text(parser.getString().strip(), line);
        };
    }

    private MarketNode named(int line) {
        Map<String, MarketNode> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            if (values.containsKey(key))
                problems.add(new Problem(file, keyLine, key, "the key is given twice", "keep one of the two"));
            MarketNode value = node(parser.nextToken());
            if (value != null) values.put(key, value);
        }
        return new MarketNode.Named(values, line);
    }

    private MarketNode items(int line) {
        List<MarketNode> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            MarketNode value = node(token);
            if (value != null) values.add(value);
        }
        return new MarketNode.Items(values, line);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
