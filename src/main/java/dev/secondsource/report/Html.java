package dev.secondsource.report;

import dev.secondsource.chart.Tint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes HTML. Text is escaped on the way in; only a picture that {@code chart} drew goes in as it is. */
final class Html {
    private static final int ROWS_UNFOLDED = 12;
    /** Beyond these a fold stays closed on paper too, where it would take several pages, and says so. */
    private static final int ROWS_PRINTED = 60;

    private final StringBuilder out = new StringBuilder();

    /** Text that means nothing to a browser, in an element and in a quoted attribute. */
    static String text(String value) {
        return Text.plain(value.replace(Text.GLUE, ' ')).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Attributes in the order of their names. */
    static Map<String, String> with(String... namesAndValues) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        return attributes;
    }

    Html open(String tag, Map<String, String> attributes) {
        out.append('<').append(tag);
        attributes.forEach((name, value) -> out.append(' ').append(name).append("=\"").append(text(value)).append('"'));
        out.append('>');
        return this;
    }

    Html open(String tag) {
        return open(tag, Map.of()).line();
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    /** An element that holds text alone. */
    Html put(String tag, String content) {
        return put(tag, Map.of(), content);
    }

    Html put(String tag, Map<String, String> attributes, String content) {
        open(tag, attributes);
        out.append(text(content));
        return close(tag);
    }

    /** Text between elements. */
    Html say(String content) {
        out.append(text(content));
        return this;
    }

    /** What is HTML or SVG already, and was made here. */
    Html trusted(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    Html list(List<String> items) {
        if (items.isEmpty()) return this;
        open("ul");
        items.forEach(i -> put("li", i));
        return close("ul");
    }

    /**
     * A table; where the page is narrow, a list of its rows.
     *
     * @param caption what it lists
     */
    Html table(String caption, List<Table.Column> columns, List<List<Table.Cell>> rows) {
        open("div", with("class", "table", "role", "region", "tabindex", "0", "aria-label", caption)).open("table", with("style", labels(columns))).line();
        put("caption", caption);
        open("thead").open("tr");
        for (Table.Column column : columns) put("th", with("scope", "col", "class", column.right() ? "n" : "w"), column.header());
        close("tr").close("thead").open("tbody");
        for (List<Table.Cell> row : rows) {
            open("tr");
            for (int i = 0; i < row.size(); i++) cell(row.get(i), columns.get(i).right());
            close("tr");
        }
        return close("tbody").close("table").close("div");
    }

    /** The headers once more, for a page so narrow that each row becomes a list of its cells. */
    private static String labels(List<Table.Column> columns) {
        return IntStream.range(0, columns.size()).mapToObj(i -> "--h" + (i + 1) + ":'" + columns.get(i).header().replace(Text.GLUE, ' ').replaceAll("[^\\p{Alnum} #%,.()*→/-]", "") + ": '").collect(Collectors.joining(";"));
    }

    private void cell(Table.Cell cell, boolean right) {
        put("td", with("class", (right ? "n" : "w") + (cell.ink() == Ink.PLAIN ? "" : " " + ink(cell.ink()))), cell.text());
    }

    /** The class that says how something is inked. */
    static String ink(Ink ink) {
        return ink.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A table that starts folded if it is long. */
    Html longTable(String caption, List<Table.Column> columns, List<List<Table.Cell>> rows) {
        if (rows.size() <= ROWS_UNFOLDED) return table(caption, columns, rows);
        return folded(caption + " as a table, " + Amounts.count(rows.size()) + " rows", rows.size(), h -> h.table(caption, columns, rows));
    }

    /** A list under a heading, or under a fold if it is long; nothing if it is empty. */
    Html listed(String heading, List<String> items) {
        if (items.isEmpty()) return this;
        if (items.size() <= ROWS_UNFOLDED) return put("h3", heading).list(items);
        return folded(heading + ", " + Amounts.count(items.size()), items.size(), h -> h.list(items));
    }

    /** A part of the page that can be linked to. */
    Html section(String id, String title, Runnable body) {
        open("section", with("id", id, "aria-labelledby", id + "-heading")).line().put("h2", with("id", id + "-heading"), title);
        body.run();
        return close("section");
    }

    /**
     * A picture with its legend.
     *
     * @param keys how things are marked
     * @param notes what the picture leaves out
     */
    Html figure(String svg, List<Key> keys, List<String> notes) {
        open("figure").trusted(svg).open("figcaption").open("ul", with("class", "legend")).line();
        for (Key key : keys) open("li").open("span", with("style", "color:var(" + key.tint.variable() + ")", "aria-hidden", "true")).say(key.letter).close("span").say(key.meaning).close("li");
        close("ul");
        notes.forEach(n -> put("p", n));
        return close("figcaption").close("figure");
    }

    /** A line of a legend. */
    record Key(String letter, Tint tint, String meaning) {}

    private Html folded(String summary, int rows, UnaryOperator<Html> body) {
        open("details", rows > ROWS_PRINTED ? with("class", "long") : Map.of()).line().put("summary", summary);
        return body.apply(this).close("details");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
