package dev.secondsource.architecture.sample.market;

/** Bad. */
public final class KnowsCharts {
    public org.jfree.chart.JFreeChart chart;
}
