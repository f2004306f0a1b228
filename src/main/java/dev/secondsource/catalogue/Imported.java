package dev.secondsource.catalogue;

import dev.secondsource.market.Measurement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import comes to, before anything is written.
 *
 * @param rows rows read of all files
 * @param passedOver rows about nothing the market could hold
 * @param found prices or results in the other rows
 * @param offers rows for offers.csv, new and changed ones
 * @param unchanged prices or results that the market has already, or that the list repeats
 * @param measurements new rows for measurements.csv
 * @param regions countries of regions the market did not have, by region
 * @param readAs names as printed, and the parts they were taken for with the number of prices or results
 * @param refused what was not taken, and why
 */
public record Imported(
        int rows,
        int passedOver,
        int found,
        List<Row> offers,
        int unchanged,
        List<Measurement> measurements,
        Map<String, String> regions,
        Map<String, Map<String, Integer>> readAs,
        Tally refused) {

    /**
     * An offer to be written.
     *
     * @param entry what is offered
     * @param before the newest row the market has of it, which becomes its history; null if it is new
     */
    public record Row(Entry entry, @Nullable Standing before) {
        /** The market has the same price from an earlier day. */
        public boolean confirms() {
            return before != null && before.price().compareTo(entry.quote().price()) == 0 && before.currency().equals(entry.quote().currency());
        }
    }

    /** Rows that the market does not have in any form. */
    public long added() {
        return offers.stream().filter(row -> row.before() == null).count() + measurements.size();
    }

    /** Offers that get another price. */
    public long replaced() {
        return offers.stream().filter(row -> row.before() != null && !row.confirms()).count();
    }

    /** Offers whose price is told again on a newer day. */
    public long confirmed() {
        return offers.stream().filter(Row::confirms).count();
    }

    /** Nothing is to be written. */
    public boolean isEmpty() {
        return offers.isEmpty() && measurements.isEmpty();
    }
}
