package dev.secondsource.report;

import java.util.Arrays;
import java.util.List;

/** A field of characters with an axis to its left and one below: a picture for any terminal. */
final class Plot {
    private static final int LEAST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 100;

    private final List<String> rowLabels;
    private final int labelWidth;
    private final char[][] field;

    /**
     * A field as wide as a page has room for.
     *
     * @param margin blanks to the left of all
     * @param rowLabels what stands to the left of each row, from the top; blank for nothing
     */
    Plot(Page page, int margin, List<String> rowLabels) {
        this.rowLabels = List.copyOf(rowLabels);
        this.labelWidth = rowLabels.stream().mapToInt(Text::columns).max().orElse(0);
        int columns = Math.max(Math.min(LEAST_COLUMNS, page.width() - labelWidth - margin - 3), Math.min(MOST_COLUMNS, page.width() - labelWidth - margin - 4));
        this.field = new char[rowLabels.size()][columns];
        for (char[] row : field) Arrays.fill(row, ' ');
    }

    int columns() {
        return field[0].length;
    }

    int rows() {
        return field.length;
    }

    /** @param row from the top */
    char at(int column, int row) {
        return field[row][column];
    }

    void put(int column, int row, char mark) {
        field[row][column] = mark;
    }

    /** Writes words from a place on if they fit into the row and what is there may all be written over. */
    boolean say(int column, int row, String words, String over) {
        if (column < 0 || row < 0 || row >= rows() || column + words.length() > columns()) return false;
        for (int i = 0; i < words.length(); i++) if (over.indexOf(field[row][column + i]) < 0) return false;
        for (int i = 0; i < words.length(); i++) field[row][column + i] = words.charAt(i);
        return true;
    }

    /** What stands below a column. */
    record Tick(int column, String label) {}

    /** @param ticks from left to right; one that has no room is left out */
    void write(Sheet sheet, int margin, List<Tick> ticks) {
        for (int row = 0; row < rows(); row++) line(sheet, margin, " ".repeat(labelWidth - Text.columns(rowLabels.get(row))) + rowLabels.get(row) + " |" + new String(field[row]));
        line(sheet, margin, " ".repeat(labelWidth) + " +" + "-".repeat(columns()));
        StringBuilder below = new StringBuilder();
        for (Tick tick : ticks) {
            int from = Math.max(0, Math.min(columns() - tick.label.length(), tick.column - tick.label.length() / 2));
            if (below.length() > 0 && from <= below.length()) continue;
            below.append(" ".repeat(from - below.length())).append(tick.label);
        }
        line(sheet, margin, " ".repeat(labelWidth + 2) + below);
    }

    /** Wrapping must not join blanks that place a mark. */
    private static void line(Sheet sheet, int margin, String line) {
        sheet.text(margin, Ink.PLAIN, Text.GLUE + line.stripTrailing().replace(' ', Text.GLUE));
    }
}
