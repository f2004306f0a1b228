package dev.secondsource.report;

/** A bar of a terminal's own characters, as fine as an eighth of one. */
final class Bar {
    /** Columns of a whole bar where a table has room for one. */
    static final int WIDE = 20;

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final char FULL = '█';

    private Bar() {}

    /**
     * @param share of the whole length, 0–1; what is above nothing shows at least as a sliver
     * @param columns of the whole length
     */
    static String of(double share, int columns) {
        int eighths = (int) Math.round(Math.max(0, Math.min(1, share)) * columns * 8);
        if (eighths == 0 && share > 0) eighths = 1;
        String full = String.valueOf(FULL).repeat(eighths / 8);
        return eighths % 8 == 0 ? full : full + EIGHTHS.charAt(eighths % 8);
    }
}
