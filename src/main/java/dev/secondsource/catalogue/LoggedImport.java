package dev.secondsource.catalogue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one list came to when it was taken into a market: a row of the market's {@code imports.csv}.
 *
 * @param asOf the day the list speaks of
 * @param file its name without folders, which may be confidential
 * @param format its form
 * @param provider supplier id of the seller; empty for measurements
 * @param rows read
 * @param passedOver rows about nothing the market could hold
 * @param found prices or results in the other rows
 * @param taken new rows of the market
 * @param refused prices or results that were not taken, by reason; none with 0
 * @param refusedIn name of the file that has the refused rows; empty if none was asked for
 */
public record LoggedImport(LocalDate asOf, String file, Format format, String provider, int rows, int passedOver, int found, int taken, Map<Reason, Integer> refused, String refusedIn) {
    public LoggedImport {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Prices or results that the market had already or the list repeats. */
    public int merged() {
        return found - taken - refusedCount();
    }

    /** For all reasons. */
    public int refusedCount() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How the rows of this list name their source. */
    public String source() {
        return source(format, provider, file);
    }

    /**
     * The source of what is taken from a list.
     *
     * @param file its name without folders
     */
    public static String source(Format format, String provider, String file) {
        return format.title() + (provider.isEmpty() ? "" : " of " + provider) + ", " + file + ", imported";
    }

    /** Both as one list. */
    public LoggedImport and(LoggedImport other) {
        Map<Reason, Integer> both = new TreeMap<>(refused);
        other.refused.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        return new LoggedImport(asOf, file, format, provider, rows + other.rows, passedOver + other.passedOver, found + other.found, taken + other.taken, both, refusedIn);
    }

    /** What makes it the same list on the same day. */
    public List<Object> key() {
        return List.of(asOf, format, provider, file);
    }

    /** The list said the same when it was imported before; what was new then is not new now. */
    public boolean saysTheSame(LoggedImport other) {
        return rows == other.rows && passedOver == other.passedOver && found == other.found && refused.equals(other.refused);
    }
}
