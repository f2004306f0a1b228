package dev.secondsource.chart;

import java.util.List;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.LayeredBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Two bars a lane that start from one line: a wide one with an outline for the low end of a range, a narrow filled one for the
 * high end, which stays visible where both go to the same side. A diamond stands at an end that is marked.
 *
 * @param swings from top to bottom
 */
public record Swings(Caption caption, Axis axis, List<Swing> swings) {
    /** What stands at an end that is marked; the page's legend uses it too. */
    public static final String MARK = "◆";

    private static final int LEFT = 252;
    private static final int GAP = 10;
    // The library takes two fifths of a lane off the lower of two layers.
    private static final double WIDE = 1 / 0.6;
    private static final double NARROW = 0.45;

    public Swings {
        swings = List.copyOf(swings);
    }

    /** A lane with its name. */
    public record Swing(String name, End low, End high) {}

    /** @param marked something happens there that the length does not tell */
    public record End(double length, boolean marked) {}

    /** Names that look alike once shortened are two lanes all the same. */
    private record Lane(int number, String name) implements Comparable<Lane> {
        @Override
        public int compareTo(Lane other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The picture as an SVG element. */
    public String svg() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < swings.size(); i++) {
            Lane lane = new Lane(i, Style.PLAIN.shortened(swings.get(i).name, LEFT - GAP));
            data.addValue(swings.get(i).low.length, Integer.valueOf(0), lane);
            data.addValue(swings.get(i).high.length, Integer.valueOf(1), lane);
        }
        return Lanes.svg(caption, data, axis, LEFT, renderer());
    }

    private BarRenderer renderer() {
        LayeredBarRenderer renderer = new LayeredBarRenderer();
        renderer.setSeriesBarWidth(0, WIDE);
        renderer.setSeriesBarWidth(1, NARROW);
        renderer.setSeriesPaint(0, Tint.REST.placeholder());
        renderer.setSeriesPaint(1, Tint.FIRST.placeholder());
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(Tint.FIRST.placeholder());
        renderer.setDefaultOutlineStroke(Style.THIN);
        renderer.setDefaultItemLabelPaint(Tint.CHOSEN.placeholder());
        renderer.setDefaultItemLabelGenerator((Labels) (data, row, column) -> (row == 0 ? swings.get(column).low : swings.get(column).high).marked ? MARK : null);
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        return renderer;
    }
}
