package dev.secondsource.profile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which policy the buyer decides by.
 *
 * @param variant name of a variant in {@code rules/policy.yaml}; {@code default} if the buyer names none
 * @param overrides single thresholds the buyer sets otherwise, by policy key
 */
public record PolicyChoice(String variant, Map<String, BigDecimal> overrides) {
    public PolicyChoice {
        overrides = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
    }

    /** The same with one threshold set otherwise. */
    public PolicyChoice overriding(String key, BigDecimal value) {
        Map<String, BigDecimal> more = new TreeMap<>(overrides);
        more.put(key, value);
        return new PolicyChoice(variant, more);
    }
}
