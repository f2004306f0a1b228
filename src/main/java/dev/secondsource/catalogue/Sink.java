package dev.secondsource.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes what a reader finds, row by row, so that no reader holds a file. Each row ends in exactly one call of {@link #row}. */
interface Sink {
    /** A row of the list was read. */
    void row();

    /** The row is about nothing the market could hold: a machine without accelerators, another service. */
    void passOver();

    void quote(Quote quote);

    /**
     * One of two rows that are one offer only together: a machine without the accelerators it holds, or accelerators without a machine.
     *
     * @param onDemand the price cell, null if empty
     * @param spot likewise
     */
    void half(Listing listing, @Nullable String onDemand, @Nullable String spot);

    void result(Result result);

    void refuse(Refusal refusal);

    /** The day the list speaks of. */
    LocalDate asOf();

    /** The market, or the table of names, knows this machine as one that holds accelerators. */
    boolean knowsMachine(String machine);

    /** A part that the name may mean has so much memory, GiB. */
    boolean mayHave(String accelerator, BigDecimal memoryGiB);
}
