package dev.secondsource.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;

/** How all pictures look: no frame, no paper of their own, one size of letters. */
final class Style {
    static final int WIDTH = 600;
    static final int LETTERS = 13;
    static final Lettering PLAIN = new Lettering(Font.PLAIN, LETTERS);
    static final Lettering BOLD = new Lettering(Font.BOLD, LETTERS);
    static final Stroke THIN = new BasicStroke(1);

    static {
        // Else the library draws turned words as outlines of the machine's own typeface.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Style() {}

    static JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, PLAIN, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    static void of(Axis axis) {
        axis.setLabelFont(PLAIN);
        axis.setLabelPaint(Tint.INK.placeholder());
        axis.setTickLabelFont(PLAIN);
        axis.setTickLabelPaint(Tint.INK.placeholder());
        axis.setAxisLinePaint(Tint.FAINT.placeholder());
        axis.setTickMarkPaint(Tint.FAINT.placeholder());
        axis.setAxisLineStroke(THIN);
    }
}
