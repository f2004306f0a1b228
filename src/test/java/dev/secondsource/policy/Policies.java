package dev.secondsource.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Policies of a few values, for tests that set their own thresholds. */
public final class Policies {
    private Policies() {}

    /** @param keysAndValues key and value in turn: {@code "cpf.win-rho", "0.9"} */
    public static Policy of(String... keysAndValues) {
        Map<String, PolicyValue> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2)
            values.put(keysAndValues[i], new PolicyValue(keysAndValues[i], new BigDecimal(keysAndValues[i + 1]), "ratio", "set by the test",
                    Tag.JUDGEMENT, "set by the test", LocalDate.of(2020, 1, 1), null));
        return new Policy("test", "default", values);
    }
}
