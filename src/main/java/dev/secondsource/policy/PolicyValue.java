package dev.secondsource.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One threshold as it holds for one decision.
 *
 * @param key kebab-case words joined by a dot after the family: {@code cpf.clear-win-rho}
 * @param value the value in force on the as-of date, after variant and override
 * @param unit what it counts: share, ratio, months, days, points, …
 * @param meaning one sentence
 * @param tag on whose authority
 * @param source citation; for judgement the reasoning in a few words
 * @param since first day the value is in force
 * @param replaced the value before the buyer's override, null if not overridden
 */
public record PolicyValue(
        String key,
        BigDecimal value,
        String unit,
        String meaning,
        Tag tag,
        String source,
        LocalDate since,
        @Nullable BigDecimal replaced) {}
