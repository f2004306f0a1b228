package dev.secondsource.report;

import java.util.ArrayList;
import java.util.List;

/** Lines for a terminal, built from top to bottom. All that is written on it is made harmless first. */
final class Sheet {
    private final Page page;
    private final List<String> lines = new ArrayList<>();

    Sheet(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void blank() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) lines.add("");
    }

    void heading(String text) {
        blank();
        for (String line : Text.wrap(Text.plain(text), page.width())) lines.add(Ink.BOLD.on(line, page.colour()));
    }

    void text(int indent, Ink ink, String text) {
        for (String line : Text.wrap(Text.plain(text), page.width() - indent)) lines.add(" ".repeat(indent) + ink.on(line, page.colour()));
    }

    /** A label and its text beside it; the text's further lines stand below its first. */
    void item(int indent, int labelWidth, Ink ink, String label, String text) {
        String name = Text.shorten(Text.plain(label), page.width() / 2);
        int from = indent + Math.max(labelWidth, Text.columns(name)) + 1;
        List<String> wrapped = Text.wrap(Text.plain(text), page.width() - from);
        String gap = " ".repeat(from - indent - Text.columns(name));
        lines.add((" ".repeat(indent) + ink.on(name, page.colour()) + gap + wrapped.get(0)).stripTrailing());
        wrapped.stream().skip(1).forEach(l -> lines.add(" ".repeat(from) + l));
    }

    void table(Table table) {
        lines.addAll(table.lines(page.width(), page.colour()));
    }

    /** All lines, each ended by a line feed. */
    String end() {
        return String.join("\n", lines) + "\n";
    }
}
