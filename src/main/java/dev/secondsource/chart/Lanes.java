package dev.secondsource.chart;

import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars that lie under each other, their names to the left and one axis below. */
final class Lanes {
    static final int RIGHT = 24;
    private static final int LANE = 26;
    private static final int BOTTOM = 50;

    private Lanes() {}

    /**
     * @param data a column a lane, from top to bottom
     * @param left room for the names
     * @return an SVG element
     */
    static String svg(Caption caption, DefaultCategoryDataset data, Axis axis, int left, BarRenderer renderer) {
        CategoryAxis names = new CategoryAxis();
        Style.of(names);
        names.setMaximumCategoryLabelWidthRatio(1);
        names.setLowerMargin(0.01);
        names.setUpperMargin(0.01);
        names.setCategoryMargin(0.2);
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMaximumBarWidth(1);
        renderer.setDefaultItemLabelFont(Style.PLAIN);
        renderer.setDefaultItemLabelsVisible(true);
        CategoryPlot plot = new CategoryPlot(data, names, axis.drawn(), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Tint.GRID.placeholder());
        plot.setRangeGridlineStroke(Style.THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        AxisSpace sides = new AxisSpace();
        sides.setLeft(left);
        sides.setRight(RIGHT);
        AxisSpace below = new AxisSpace();
        below.setBottom(BOTTOM);
        plot.setFixedDomainAxisSpace(sides);
        plot.setFixedRangeAxisSpace(below);
        return Svg.of(Style.chart(plot), caption, Style.WIDTH, BOTTOM + LANE * data.getColumnCount());
    }
}
