package dev.secondsource.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;

/**
 * A typeface of which only the measures are known. Real ones differ from machine to machine,
 * and with them the bytes of a picture.
 */
final class Lettering extends Font {
    private static final double ASCENT = 0.93;
    private static final double DESCENT = 0.24;
    private static final int FIRST = ' ';
    private static final double BOLD = 1.06;
    private static final double OTHER = 0.6;
    private static final double IDEOGRAPH = 1;

    /** Thousandths of the size that Helvetica and its many likenesses give the letters of ASCII. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };

    Lettering(int style, int size) {
        super("sans-serif", style, size);
    }

    double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum() * size * (isBold() ? BOLD : 1);
    }

    /** The text, or as much of it as is no wider than this, with an ellipsis. */
    String shortened(String text, double most) {
        if (width(text) <= most) return text;
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…") > most) end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static double width(int letter) {
        int index = letter - FIRST;
        if (index >= 0 && index < WIDTHS.length) return WIDTHS[index] / 1000.0;
        return Character.isIdeographic(letter) ? IDEOGRAPH : OTHER;
    }

    /** Asking the machine would load its typefaces. */
    @Override
    public String getFamily() {
        return name;
    }

    @Override
    public Font deriveFont(float other) {
        return new Lettering(style, Math.round(other));
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return new Rectangle2D.Double(0, -ASCENT * size, width(text), (ASCENT + DESCENT) * size);
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Lines(text.length(), size);
    }

    FontMetrics metrics() {
        return new Metrics(this);
    }

    private static final class Metrics extends FontMetrics {
        private final Lettering lettering;

        Metrics(Lettering lettering) {
            super(lettering);
            this.lettering = lettering;
        }

        @Override
        public int getAscent() {
            return (int) Math.round(ASCENT * lettering.size);
        }

        @Override
        public int getDescent() {
            return (int) Math.round(DESCENT * lettering.size);
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.round(lettering.width(text));
        }

        @Override
        public int charWidth(char letter) {
            return stringWidth(String.valueOf(letter));
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics context) {
            return lettering.getStringBounds(text, (FontRenderContext) null);
        }

        @Override
        public LineMetrics getLineMetrics(String text, Graphics context) {
            return lettering.getLineMetrics(text, (FontRenderContext) null);
        }
    }

    private static final class Lines extends LineMetrics {
        private final int letters;
        private final float size;

        Lines(int letters, float size) {
            this.letters = letters;
            this.size = size;
        }

        @Override
        public int getNumChars() {
            return letters;
        }

        @Override
        public float getAscent() {
            return (float) ASCENT * size;
        }

        @Override
        public float getDescent() {
            return (float) DESCENT * size;
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return Font.ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, -size / 2, -size};
        }

        @Override
        public float getStrikethroughOffset() {
            return -size / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return size / 20;
        }

        @Override
        public float getUnderlineOffset() {
            return size / 10;
        }

        @Override
        public float getUnderlineThickness() {
            return size / 20;
        }
    }
}
