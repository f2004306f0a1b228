package dev.secondsource.files;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads YAML 1.2, and with it JSON, into a Jackson tree that knows its lines. Only the plain part of YAML is taken: one
 * document, a mapping at the top, no anchors, aliases or tags. So nothing a file says can grow beyond its own size.
 */
final class YamlText {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 1_000_000;
    private static final int MOST_DIGITS = 30;
    private static final ScalarResolver TYPES = new CoreScalarResolver(false);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final String text;
    private final boolean verbatim;
    private final Iterator<Event> events;
    /** Offset of each code point; null where each is one character. */
    private final int @Nullable [] offsets;
    private final Map<String, YamlPlace> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private YamlText(String file, String text, boolean verbatim) {
        this.file = file;
        this.text = text;
        this.verbatim = verbatim;
        this.offsets = text.codePointCount(0, text.length()) == text.length() ? null : offsets(text);
        LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(LONGEST).build();
        this.events = new Parse(settings).parseString(spacesForTabsOfJson(text)).iterator();
    }

    /** The tree, or everything wrong with the text as text. */
    static Checked<YamlDocument> read(String text, String file) {
        return read(text, file, false);
    }

    /** The tree with every value as the very text that was written: {@code 2026.10} stays what it is. */
    static Checked<YamlDocument> verbatim(String text, String file) {
        return read(text, file, true);
    }

    private static Checked<YamlDocument> read(String text, String file, boolean verbatim) {
        List<Problem> characters = characterProblems(text, file);
        if (!characters.isEmpty()) return Checked.wrong(characters);
        return new YamlText(file, text, verbatim).document();
    }

    /** One value by itself, as a user types it: {@code 32768}, {@code [rent, own]}. */
    static Checked<JsonNode> value(String text, String file) {
        return read("value: " + text, file).then(document -> {
            JsonNode value = document.root().get("value");
            if (document.root().size() == 1) return Checked.of(value);
            return Checked.wrong(Problem.in(file, "\"" + text + "\" is more than one value", "give one value"));
        });
    }

    private Checked<YamlDocument> document() {
        try {
            events.next();
            Event first = events.next();
            if (first.getEventId() == ID.StreamEnd) return Checked.wrong(new Problem(file, 1, "", "the file is empty", "write a mapping of keys to values"));
            Event top = events.next();
            JsonNode root = node(top, "", null, 0);
            if (!(root instanceof ObjectNode mapping)) {
                problem(top, "", "the file holds " + YamlWords.kindOf(root) + " at the top", "write a mapping of keys to values");
                return Checked.wrong(problems);
            }
            events.next();
            Event last = events.next();
            if (last.getEventId() != ID.StreamEnd)
                problem(last, "", "a second document begins here", "keep one document a file: remove the --- line and what follows, or move it to its own file");
            if (!problems.isEmpty()) return Checked.wrong(problems);
            return Checked.of(new YamlDocument(file, text, mapping, Map.copyOf(places)));
        } catch (TooDeep deep) {
            problems.add(new Problem(file, deep.line, "", "values are nested more than " + DEEPEST + " deep", "flatten the file"));
        } catch (MarkedYamlEngineException e) {
            problems.add(malformed(e));
        } catch (YamlEngineException e) {
            problems.add(Problem.in(file, "not readable as YAML or JSON: " + firstLine(e.getMessage()), "shorten or repair the file"));
        }
        return Checked.wrong(problems);
    }

    private JsonNode node(Event event, String pointer, @Nullable Integer keyLine, int depth) {
        if (depth > DEEPEST) throw new TooDeep(line(event));
        if (event instanceof AliasEvent) {
            problem(event, pointer, "an alias (*) stands for a value written elsewhere", "write the value out here");
            place(event, event, pointer, keyLine, true);
            return NODES.nullNode();
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor().isPresent())
            problem(event, pointer, "an anchor (&) has no use here", "remove it");
        if (event instanceof ScalarEvent scalar) {
            place(event, event, pointer, keyLine, true);
            return scalar(scalar, pointer);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (start.getTag().isPresent()) tag(event, pointer, start.getTag().get());
        return start.getEventId() == ID.MappingStart
                ? mapping(start, pointer, keyLine, depth)
                : sequence(start, pointer, keyLine, depth);
    }

    private ObjectNode mapping(CollectionStartEvent start, String pointer, @Nullable Integer keyLine, int depth) {
        ObjectNode mapping = NODES.objectNode();
        Map<String, Integer> seen = new HashMap<>();
        Event event = events.next();
        int column = column(event);
        int end = offset(event, false);
        while (event.getEventId() != ID.MappingEnd) {
            if (!(event instanceof ScalarEvent key)) {
                problem(event, pointer, "a key is not plain text", "use names as keys");
                node(event, YamlDocument.child(pointer, "?"), null, depth + 1);
                node(events.next(), YamlDocument.child(pointer, "?"), null, depth + 1);
                event = events.next();
                continue;
            }
            String name = key.getValue();
            printable(event, pointer, name);
            Integer before = seen.putIfAbsent(name, line(event));
            String at = YamlDocument.child(pointer, name);
            if (before != null) {
                problem(event, at, "the key \"" + name + "\" was given before, on line " + before, "keep one of the two");
                node(events.next(), YamlDocument.child(pointer, "?"), null, depth + 1);
            } else {
                mapping.set(name, node(events.next(), at, line(event), depth + 1));
                end = places.get(at).end();
            }
            event = events.next();
        }
        collection(start, event, pointer, keyLine, end, column);
        return mapping;
    }

    private ArrayNode sequence(CollectionStartEvent start, String pointer, @Nullable Integer keyLine, int depth) {
        ArrayNode list = NODES.arrayNode();
        Event event = events.next();
        int column = column(start);
        int end = offset(event, false);
        while (event.getEventId() != ID.SequenceEnd) {
            String at = YamlDocument.child(pointer, Integer.toString(list.size()));
            list.add(node(event, at, null, depth + 1));
            end = places.get(at).end();
            event = events.next();
        }
        collection(start, event, pointer, keyLine, end, column);
        return list;
    }

    private JsonNode scalar(ScalarEvent scalar, String pointer) {
        String value = scalar.getValue();
        if (scalar.getTag().isPresent()) {
            tag(scalar, pointer, scalar.getTag().get());
            return NODES.nullNode();
        }
        printable(scalar, pointer, value);
        if (!scalar.isPlain()) return NODES.stringNode(value);
        Tag type = TYPES.resolve(value, true);
        if (type.equals(Tag.NULL)) return NODES.nullNode();
        if (verbatim) return NODES.stringNode(value);
        if (type.equals(Tag.BOOL)) return NODES.booleanNode(value.equalsIgnoreCase("true"));
        if (type.equals(Tag.INT) || type.equals(Tag.FLOAT)) return number(scalar, pointer, value);
        return NODES.stringNode(value);
    }

    /** Hexadecimal, octal and infinite numbers of YAML stay text: nobody means them, and JSON has none. */
    private JsonNode number(ScalarEvent scalar, String pointer, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException notDecimal) {
            return NODES.stringNode(value);
        }
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            problem(scalar, pointer, "a number of more than " + MOST_DIGITS + " digits", "use fewer digits");
            return NODES.nullNode();
        }
        return YamlWords.number(number);
    }

    private void collection(CollectionStartEvent start, Event last, String pointer, @Nullable Integer keyLine, int end, int column) {
        int first = offset(start, true);
        int after = start.isFlow() ? offset(last, false) : end;
        places.put(pointer, new YamlPlace(keyLine == null ? line(start) : keyLine, first, after, column, start.isFlow()));
    }

    private void place(Event first, Event last, String pointer, @Nullable Integer keyLine, boolean flow) {
        int line = keyLine == null ? line(first) : keyLine;
        places.put(pointer, new YamlPlace(line, offset(first, true), offset(last, false), column(first), flow));
    }

    private void tag(Event event, String pointer, String tag) {
        problem(event, pointer, "the tag " + tag + " is not taken", "remove it");
    }

    private void printable(Event event, String pointer, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || !isControl(c)) continue;
            problem(event, pointer, "the text holds the control character " + YamlWords.codePoint(c), "remove it");
            return;
        }
    }

    private void problem(Event event, String pointer, String what, String mend) {
        problems.add(new Problem(file, line(event), YamlWords.dotted(pointer), what, mend));
    }

    private Problem malformed(MarkedYamlEngineException e) {
        var mark = e.getProblemMark().or(e::getContextMark);
        Integer line = mark.map(m -> m.getLine() + 1).orElse(null);
        String column = mark.map(m -> " near column " + (m.getColumn() + 1)).orElse("");
        String what = "not readable as YAML or JSON" + column + ": " + firstLine(e.getProblem());
        if (what.contains("\\t(TAB)")) return new Problem(file, line, "", "a tab indents the line", "indent with spaces");
        return new Problem(file, line, "", what, "check indentation, colons, quotes and brackets there and on the line before");
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }

    private static int line(Event event) {
        return event.getStartMark().orElseThrow().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().orElseThrow().getColumn();
    }

    private int offset(Event event, boolean start) {
        int codePoints = (start ? event.getStartMark() : event.getEndMark()).orElseThrow().getIndex();
        return offsets == null ? codePoints : offsets[codePoints];
    }

    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < offsets.length; i++) offsets[i] = text.offsetByCodePoints(offsets[i - 1], 1);
        return offsets;
    }

    /** JSON may be indented with tabs and YAML may not; a tab inside a JSON string is an error of its own. */
    private static String spacesForTabsOfJson(String text) {
        return text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
    }

    private static List<Problem> characterProblems(String text, String file) {
        List<Problem> problems = new ArrayList<>();
        if (text.length() > LONGEST)
            return List.of(Problem.in(file, "longer than " + LONGEST + " characters", "check that this is the right file"));
        if (text.startsWith("\uFEFF"))
            problems.add(new Problem(file, 1, "", "the file begins with a byte-order mark", "save it as UTF-8 without one"));
        int line = 1;
        for (int i = problems.size(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') line++;
            else if (c != '\t' && c != '\r' && isControl(c))
                problems.add(new Problem(file, line, "", "the control character " + YamlWords.codePoint(c), "remove it"));
        }
        return problems;
    }

    /** Characters that a terminal obeys or that reorder what a reader sees. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF || c == 0xFFFE
                || c == 0x2028 || c == 0x2029;
    }

    private static final class TooDeep extends RuntimeException {
        final int line;

        TooDeep(int line) {
            super(null, null, false, false);
            this.line = line;
        }
    }
}
