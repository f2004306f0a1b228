package dev.secondsource.knowledge;

/**
 * A rule file as text.
 *
 * @param path below the rules folder, with forward slashes: {@code cost-performance/near-tie.drl}
 * @param text its content
 */
public record RuleSource(String path, String text) {}
