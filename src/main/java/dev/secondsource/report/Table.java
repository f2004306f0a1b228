package dev.secondsource.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table that fits its page: columns wrap, then the least needed ones go; on a page with room to spare, extra columns
 * come. No cell is cut.
 */
final class Table {
    private static final String GAP = "  ";

    /**
     * @param header what is in it, with its unit
     * @param right numbers stand right, words left
     * @param least columns below which a word is broken rather than the column kept; 0 if cells never wrap
     * @param leave which columns leave first when it gets narrow: the highest number; 0 never leaves
     * @param extra shown only where every other column has all the room it wants
     */
    record Column(String header, boolean right, int least, int leave, boolean extra) {
        static Column words(String header, int least, int leave) {
            return new Column(header, false, least, leave, false);
        }

        static Column number(String header, int least, int leave) {
            return new Column(header, true, least, leave, false);
        }

        Column whereThereIsRoom() {
            return new Column(header, right, least, leave, true);
        }
    }

    record Cell(String text, Ink ink) {
        Cell {
            text = Text.plain(text);
        }

        static Cell of(String text) {
            return new Cell(text, Ink.PLAIN);
        }
    }

    private final List<Column> columns;
    private final List<List<Cell>> rows;

    Table(List<Column> columns, List<List<Cell>> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** Headers of the columns that a page this wide has no room for, extra ones not counted. */
    List<String> leftOut(int width) {
        List<Integer> kept = kept(width);
        return IntStream.range(0, columns.size()).filter(i -> !columns.get(i).extra() && !kept.contains(i))
                .mapToObj(i -> columns.get(i).header().replace(Text.GLUE, ' ')).toList();
    }

    List<String> lines(int width, boolean colour) {
        List<Integer> kept = kept(width);
        int[] widths = widths(kept, width);
        List<String> lines = new ArrayList<>(block(kept, widths, kept.stream().map(i -> new Cell(columns.get(i).header(), Ink.BOLD)).toList(), colour, true));
        lines.add(String.join(GAP, IntStream.of(widths).mapToObj("─"::repeat).toList()));
        for (List<Cell> row : rows) lines.addAll(block(kept, widths, kept.stream().map(row::get).toList(), colour, false));
        return lines;
    }

    private List<String> block(List<Integer> kept, int[] widths, List<Cell> cells, boolean colour, boolean atBottom) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) wrapped.add(Text.wrap(cells.get(c).text(), widths[c]));
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int l = 0; l < height; l++) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                List<String> cell = wrapped.get(c);
                int at = atBottom ? l - (height - cell.size()) : l;
                String text = at >= 0 && at < cell.size() ? cell.get(at) : "";
                String room = " ".repeat(Math.max(0, widths[c] - Text.columns(text)));
                String inked = cells.get(c).ink().on(text, colour);
                line.append(c == 0 ? "" : GAP).append(columns.get(kept.get(c)).right() ? room + inked : inked + room);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private List<Integer> kept(int width) {
        List<Integer> kept = new ArrayList<>(IntStream.range(0, columns.size()).filter(i -> !columns.get(i).extra()).boxed().toList());
        while (total(kept, this::least) > width) {
            Integer leaver = kept.stream().filter(i -> columns.get(i).leave() > 0).max(Comparator.comparing(i -> columns.get(i).leave())).orElse(null);
            if (leaver == null) break;
            kept.remove(leaver);
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).extra()) continue;
            List<Integer> more = IntStream.concat(kept.stream().mapToInt(Integer::intValue), IntStream.of(i)).sorted().boxed().toList();
            if (total(more, this::natural) <= width) kept = new ArrayList<>(more);
        }
        return kept;
    }

    private int[] widths(List<Integer> kept, int width) {
        int[] widths = kept.stream().mapToInt(this::least).toArray();
        int left = width - total(kept, this::least);
        for (; left > 0; left--) {
            // Where the cells are wrapped most often, a column more saves most lines.
            int tightest = -1;
            for (int c = 0; c < widths.length; c++)
                if (widths[c] < natural(kept.get(c)) && (tightest < 0 || natural(kept.get(c)) * widths[tightest] > natural(kept.get(tightest)) * widths[c])) tightest = c;
            if (tightest < 0) break;
            widths[tightest]++;
        }
        // Even the columns that never leave may want more than the page has: the widest gives.
        while (left < 0) {
            int widest = 0;
            for (int c = 1; c < widths.length; c++) if (widths[c] > widths[widest]) widest = c;
            widths[widest]--;
            left++;
        }
        return widths;
    }

    private int total(List<Integer> kept, java.util.function.IntUnaryOperator size) {
        return kept.stream().mapToInt(size::applyAsInt).sum() + GAP.length() * Math.max(0, kept.size() - 1);
    }

    private int natural(int column) {
        return Math.max(Text.longestWord(columns.get(column).header()), rows.stream().mapToInt(r -> Text.columns(r.get(column).text())).max().orElse(0));
    }

    private int least(int column) {
        Column c = columns.get(column);
        if (c.least() == 0) return natural(column);
        int longest = rows.stream().mapToInt(r -> Text.longestWord(r.get(column).text())).max().orElse(0);
        return Math.max(Text.longestWord(c.header()), Math.min(natural(column), Math.min(c.least(), Math.max(longest, 1))));
    }
}
