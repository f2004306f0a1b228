package dev.secondsource.profile;

import java.time.LocalDate;

/**
 * Somebody answers for an allocation that a rule of the review blocks. It lifts no gate of a single candidate.
 *
 * @param rule id of the rule: {@code DIV-01}; at most one override a rule
 * @param by who signed
 * @param reason why it is signed all the same
 * @param on day of the signature; one after the day of the decision is not seen
 */
public record SignedOverride(String rule, String by, String reason, LocalDate on) {}
