package dev.secondsource.whatif;

/**
 * What a setting did.
 *
 * @param key as typed
 * @param before what it was; a range where rows differ
 * @param after what it is
 * @param unit what it counts, possibly empty
 * @param rows how many rows of the market it changed, 0 for what is not of the market
 * @param note what else a reader must know, possibly empty
 */
public record Applied(String key, String before, String after, String unit, int rows, String note) {}
