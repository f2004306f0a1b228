package dev.secondsource.chart;

import java.util.List;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/**
 * Bars of equal length, each divided into shares of one whole.
 *
 * @param bars from top to bottom
 */
public record Bars(Caption caption, Axis axis, List<Bar> bars) {
    private static final int LEFT = 150;

    public Bars {
        bars = List.copyOf(bars);
    }

    /** A bar with its name, which is unique. */
    public record Bar(String name, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }
    }

    /** @param share of the whole, 0–1 */
    public record Part(String name, double share, Tint tint) {}

    /** The picture as an SVG element. */
    public String svg() {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        int most = bars.stream().mapToInt(b -> b.parts.size()).max().orElse(0);
        for (int part = 0; part < most; part++)
            for (Bar bar : bars) data.addValue(part < bar.parts.size() ? bar.parts.get(part).share : null, Integer.valueOf(part), bar.name);
        return Lanes.svg(caption, data, axis, LEFT, renderer());
    }

    private StackedBarRenderer renderer() {
        StackedBarRenderer renderer = new StackedBarRenderer() {
            @Override
            public java.awt.Paint getItemPaint(int part, int bar) {
                return bars.get(bar).parts.get(part).tint.placeholder();
            }

            @Override
            public java.awt.Paint getItemLabelPaint(int part, int bar) {
                Tint on = bars.get(bar).parts.get(part).tint;
                return (on == Tint.FIRST || on == Tint.SECOND ? Tint.ON_FIRST : Tint.ON_REST).placeholder();
            }
        };
        renderer.setDrawBarOutline(false);
        renderer.setDefaultItemLabelGenerator((Labels) (data, row, column) -> name(row, column));
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        return renderer;
    }

    /** The name of a part where it has room for it. */
    private @Nullable String name(int row, int column) {
        if (row >= bars.get(column).parts.size()) return null;
        Part part = bars.get(column).parts.get(row);
        double room = part.share * (Style.WIDTH - LEFT - Lanes.RIGHT) - 6;
        return Style.PLAIN.width(part.name) <= room ? part.name : null;
    }
}
