package dev.secondsource.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;

/**
 * One axis.
 *
 * @param label what it counts, with its unit
 * @param pattern how its numbers are printed, as of {@link DecimalFormat}
 * @param from least
 * @param to most, above {@code from}
 */
public record Axis(String label, String pattern, double from, double to) {
    NumberAxis drawn() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(new DecimalFormat(pattern, symbols));
        axis.setRange(from, to);
        Style.of(axis);
        return axis;
    }
}
