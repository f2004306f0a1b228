package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;

/**
 * A value with its origin.
 *
 * @param <T> type of the value
 */
public record Fact<T>(T value, Evidence evidence) {}
