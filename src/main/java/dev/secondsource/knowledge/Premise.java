package dev.secondsource.knowledge;

/**
 * What a band of a rule asks, taken apart.
 *
 * @param rule the rule
 * @param band the band
 * @param clause scope and test together
 */
public record Premise(Rule rule, Rule.Band band, Clause clause) {}
