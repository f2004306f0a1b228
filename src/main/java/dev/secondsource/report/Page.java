package dev.secondsource.report;

/**
 * What a text is laid out for.
 *
 * @param width columns of a line; below {@link #LEAST_WIDTH} it counts as that
 * @param colour whether ANSI colours may be used; they never carry a meaning of their own
 * @param rows most rows of a table of candidates; at least 1
 */
public record Page(int width, boolean colour, int rows) {
    /** No table of this tool is readable on less. */
    public static final int LEAST_WIDTH = 40;

    public Page {
        if (rows < 1) throw new IllegalArgumentException("a table without rows shows nothing");
        width = Math.max(LEAST_WIDTH, width);
    }

    /** Most entries of a list: half as many, since an entry takes more room than a row. */
    int entries() {
        return (rows + 1) / 2;
    }

    /** Most candidates to give reasons for. */
    int discussed() {
        return Math.max(1, entries() / 2);
    }
}
