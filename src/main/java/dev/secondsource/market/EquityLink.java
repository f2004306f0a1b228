package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A financial tie between a supplier and one of its customers or suppliers.
 *
 * @param with the other company, kebab-case
 * @param share share of equity, 0–1, null if not disclosed
 * @param what one sentence
 * @param evidence source, grade, date
 */
public record EquityLink(String with, @Nullable BigDecimal share, String what, Evidence evidence) {}
