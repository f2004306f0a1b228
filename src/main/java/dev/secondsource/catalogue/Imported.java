package dev.secondsource.catalogue;

import dev.secondsource.market.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import comes to, before anything is written.
 *
 * @param files what was read of each file
 * @param offers rows for offers.csv, new and changed ones
 * @param unchanged prices or results that the market has already, or that the list repeats
 * @param measurements new rows for measurements.csv
 * @param regions countries of regions the market did not have, by region
 * @param readAs names as printed, and the parts they were taken for with the number of prices or results
 * @param refused what was not taken, and why
 */
public record Imported(
        List<FromFile> files,
        List<Row> offers,
        int unchanged,
        List<Measurement> measurements,
        Map<String, String> regions,
        Map<String, Map<String, Integer>> readAs,
        Tally refused) {

    /**
     * What one file came to.
     *
     * @param file as the user gave it
     * @param rows read
     * @param passedOver rows about nothing the market could hold
     * @param found prices or results in the other rows
     * @param taken of these, new rows of the market
     * @param refused by reason
     */
    public record FromFile(String file, int rows, int passedOver, int found, int taken, Map<Reason, Integer> refused) {
        /** As it is kept in the market. */
        public LoggedImport logged(LocalDate asOf, String name, Format format, String provider, String refusedIn) {
            return new LoggedImport(asOf, name, format, provider, rows, passedOver, found, taken, refused, refusedIn);
        }
    }

    /** Rows read of all files. */
    public int rows() {
        return files.stream().mapToInt(FromFile::rows).sum();
    }

    /** Rows about nothing the market could hold. */
    public int passedOver() {
        return files.stream().mapToInt(FromFile::passedOver).sum();
    }

    /** Prices or results in the other rows. */
    public int found() {
        return files.stream().mapToInt(FromFile::found).sum();
    }

    /**
     * An offer to be written.
     *
     * @param entry what is offered
     * @param before the row the market has of the last day before, whose price ends with this one; null if there is none
     * @param after the row of the next day, with which this price ends; null if this one is the newest
     */
    public record Row(Entry entry, @Nullable Standing before, @Nullable Standing after) {
        /** A price of the past, which replaces none. */
        public boolean isHistory() {
            return after != null;
        }

        /** The market has the same price from an earlier day. */
        public boolean confirms() {
            return before != null && before.price().compareTo(entry.quote().price()) == 0 && before.currency().equals(entry.quote().currency());
        }
    }

    /** Rows that the market does not have in any form. */
    public long added() {
        return offers.stream().filter(row -> row.before() == null && !row.isHistory()).count() + measurements.size();
    }

    /** Offers that get another price. */
    public long replaced() {
        return offers.stream().filter(row -> row.before() != null && !row.isHistory() && !row.confirms()).count();
    }

    /** Offers whose price is told again on a newer day. */
    public long confirmed() {
        return offers.stream().filter(row -> row.confirms() && !row.isHistory()).count();
    }

    /** Prices of an earlier day than the market's, which hold until the next one it has. */
    public long history() {
        return offers.stream().filter(Row::isHistory).count();
    }

    /** Nothing is to be written. */
    public boolean isEmpty() {
        return offers.isEmpty() && measurements.isEmpty();
    }
}
