package dev.secondsource.architecture.sample.chart;

/** Good. */
public final class MayKnowCharts {
    public java.awt.Color colour;
}
