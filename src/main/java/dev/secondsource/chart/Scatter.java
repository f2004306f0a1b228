package dev.secondsource.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Points on two axes, with lines and words among them.
 *
 * @param lines drawn first
 * @param marks drawn in their order, the last on top
 * @param notes words
 */
public record Scatter(Caption caption, Axis x, Axis y, List<Line> lines, List<Marks> marks, List<Note> notes) {
    private static final int HEIGHT = 400;
    private static final int LEFT = 76;
    private static final int BOTTOM = 50;
    private static final int TOP = 10;
    private static final int RIGHT = 24;

    public Scatter {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
    }

    /** A place on the axes. */
    public record Spot(double x, double y) {}

    /** A line through places. */
    public record Line(Tint tint, boolean dashed, List<Spot> spots) {
        public Line {
            spots = List.copyOf(spots);
        }
    }

    /** Places marked alike. */
    public record Marks(Tint tint, Form form, List<Spot> spots) {
        public Marks {
            spots = List.copyOf(spots);
        }
    }

    /**
     * Words at a place.
     *
     * @param toTheLeft they end there instead of beginning there
     */
    public record Note(Spot at, String text, boolean toTheLeft) {}

    /** What a mark looks like, so that colour is not all that tells two apart; the page's legend uses {@link #letter}. */
    public enum Form {
        CIRCLE("●"),
        SQUARE("■"),
        DIAMOND("◆"),
        TRIANGLE("▲"),
        RING("○");

        private final String letter;

        Form(String letter) {
            this.letter = letter;
        }

        /** The same as a letter. */
        public String letter() {
            return letter;
        }

        private Shape shape() {
            return switch (this) {
                case CIRCLE -> new Ellipse2D.Double(-4, -4, 8, 8);
                case SQUARE -> new Rectangle2D.Double(-3.5, -3.5, 7, 7);
                case DIAMOND -> polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
                case TRIANGLE -> polygon(0, -5, 4.5, 4, -4.5, 4);
                case RING -> new Ellipse2D.Double(-8, -8, 16, 16);
            };
        }

        private static Shape polygon(double... corners) {
            Path2D path = new Path2D.Double();
            path.moveTo(corners[0], corners[1]);
            for (int i = 2; i < corners.length; i += 2) path.lineTo(corners[i], corners[i + 1]);
            path.closePath();
            return path;
        }
    }

    /** The picture as an SVG element. */
    public String svg() {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (Line line : lines) line(line, series(line.spots, data), renderer);
        for (Marks mark : marks) mark(mark, series(mark.spots, data), renderer);
        XYPlot plot = new XYPlot(data, x.drawn(), y.drawn(), renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainGridlinePaint(Tint.GRID.placeholder());
        plot.setRangeGridlinePaint(Tint.GRID.placeholder());
        plot.setDomainGridlineStroke(Style.THIN);
        plot.setRangeGridlineStroke(Style.THIN);
        plot.setAxisOffset(org.jfree.chart.ui.RectangleInsets.ZERO_INSETS);
        if (x.from() < 0 && x.to() > 0) plot.addDomainMarker(new ValueMarker(0, Tint.FAINT.placeholder(), Style.THIN), org.jfree.chart.ui.Layer.BACKGROUND);
        if (y.from() < 0 && y.to() > 0) plot.addRangeMarker(new ValueMarker(0, Tint.FAINT.placeholder(), Style.THIN), org.jfree.chart.ui.Layer.BACKGROUND);
        plot.setFixedDomainAxisSpace(space(BOTTOM, 0));
        plot.setFixedRangeAxisSpace(space(0, LEFT));
        for (Note note : notes) plot.addAnnotation(note(note));
        return Svg.of(Style.chart(plot), caption, Style.WIDTH, HEIGHT);
    }

    private static int series(List<Spot> spots, XYSeriesCollection data) {
        XYSeries series = new XYSeries(data.getSeriesCount(), false, true);
        spots.forEach(s -> series.add(s.x, s.y));
        data.addSeries(series);
        return data.getSeriesCount() - 1;
    }

    private static void line(Line line, int series, XYLineAndShapeRenderer renderer) {
        renderer.setSeriesLinesVisible(series, true);
        renderer.setSeriesShapesVisible(series, false);
        renderer.setSeriesPaint(series, line.tint.placeholder());
        renderer.setSeriesStroke(series, line.dashed ? new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0) : new BasicStroke(2));
    }

    private static void mark(Marks mark, int series, XYLineAndShapeRenderer renderer) {
        renderer.setSeriesLinesVisible(series, false);
        renderer.setSeriesShapesVisible(series, true);
        renderer.setSeriesShape(series, mark.form.shape());
        renderer.setSeriesShapesFilled(series, mark.form != Form.RING);
        renderer.setSeriesPaint(series, mark.tint.placeholder());
        renderer.setSeriesOutlineStroke(series, new BasicStroke(2));
    }

    private static XYTextAnnotation note(Note note) {
        XYTextAnnotation text = new XYTextAnnotation(note.text, note.at.x, note.at.y);
        text.setFont(Style.BOLD);
        text.setPaint(Tint.INK.placeholder());
        text.setTextAnchor(note.toTheLeft ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
        return text;
    }

    private static AxisSpace space(int bottom, int left) {
        AxisSpace space = new AxisSpace();
        space.setBottom(bottom);
        space.setLeft(left);
        space.setTop(bottom == 0 ? 0 : TOP);
        space.setRight(left == 0 ? 0 : RIGHT);
        return space;
    }
}
