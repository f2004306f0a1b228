package dev.secondsource.chart;

import java.awt.Color;
import java.util.Locale;

/** A colour by what it is for. The page says how it looks on paper, by day and by night. */
public enum Tint {
    INK,
    FAINT,
    GRID,
    GOOD,
    FAIR,
    OPEN,
    BAD,
    CHOSEN,
    FIRST,
    SECOND,
    THIRD,
    REST,
    NOBODY,
    ON_FIRST,
    ON_REST;

    // The library asks for a colour and writes it out again; until then the ordinal stands for the tint.
    private static final int MARK = 0x01;

    /** As the page's style sheet names it: {@code --on-first}. */
    public String variable() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Color placeholder() {
        return new Color(MARK, ordinal(), MARK);
    }

    /** The reference to the tint behind what the library wrote for its placeholder. */
    static String resolve(String written) {
        for (Tint tint : values())
            if (written.equals("rgb(" + MARK + "," + tint.ordinal() + "," + MARK + ")")) return "var(" + tint.variable() + ")";
        return written;
    }
}
