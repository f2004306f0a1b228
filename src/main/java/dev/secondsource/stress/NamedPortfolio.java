package dev.secondsource.stress;

import dev.secondsource.allocation.Allocation;

/**
 * An allocation to be compared with others.
 *
 * @param name for people, unique among those compared: {@code today's fleet}
 * @param meaning what it is, in a few words; empty if the name says it
 * @param allocation of the decided workloads; shares of each add up to one
 */
public record NamedPortfolio(String name, String meaning, Allocation allocation) {}
