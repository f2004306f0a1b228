/** What does it look like? Pictures of numbers as SVG that a page can hold; the only user of charting libraries and of AWT. */
package dev.secondsource.chart;
