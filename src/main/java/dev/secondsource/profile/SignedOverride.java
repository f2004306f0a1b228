package dev.secondsource.profile;

import java.time.LocalDate;

/**
 * Somebody answers for an allocation that a rule of the review blocks, or that exceeds a limit which only a signature
 * may move. It lifts no gate of a single candidate.
 *
 * @param rule id of the rule: {@code DIV-01}; or the sort of limit: {@code budget}, {@code power}, {@code maturity}; at
 *     most one override each
 * @param by who signed
 * @param reason why it is signed all the same
 * @param on day of the signature; one after the day of the decision is not seen
 */
public record SignedOverride(String rule, String by, String reason, LocalDate on) {}
