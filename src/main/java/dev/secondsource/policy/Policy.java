package dev.secondsource.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Map;

/**
 * The thresholds, bounds and planning values of one decision, resolved for a variant, a date and the buyer's
 * overrides. Rules read it as the fact {@code Policy}, formulas as an argument; both by key.
 *
 * @param version label of the policy file
 * @param variant which variant was chosen
 * @param values by key
 */
public record Policy(String version, String variant, SortedMap<String, PolicyValue> values) {

    public Policy {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Policy(String version, String variant, Map<String, PolicyValue> values) {
        this(version, variant, new TreeMap<>(values));
    }

    /**
     * The value of a key.
     *
     * @throws IllegalArgumentException if there is none; every key a rule or formula names is checked when the
     *     knowledge base is loaded
     */
    public BigDecimal number(String key) {
        return value(key).value();
    }

    /** {@link #number(String)} for the physics. */
    public double real(String key) {
        return number(key).doubleValue();
    }

    /** The value of a key with everything known of it; same errors as {@link #number(String)}. */
    public PolicyValue value(String key) {
        PolicyValue found = values.get(key);
        if (found == null) throw new IllegalArgumentException("no policy value " + key);
        return found;
    }
}
