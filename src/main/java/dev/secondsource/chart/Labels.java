package dev.secondsource.chart;

import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.data.category.CategoryDataset;

/** Writes on bars, and nothing on rows and columns. */
@FunctionalInterface
interface Labels extends CategoryItemLabelGenerator {
    @Override
    default String generateRowLabel(CategoryDataset data, int row) {
        return "";
    }

    @Override
    default String generateColumnLabel(CategoryDataset data, int column) {
        return "";
    }
}
