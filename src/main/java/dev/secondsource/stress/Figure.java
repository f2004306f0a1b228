package dev.secondsource.stress;

import dev.secondsource.policy.Tag;
import java.math.BigDecimal;

/**
 * One number of a scenario with its authority.
 *
 * @param value in the unit of the change that holds it
 * @param tag on whose authority
 * @param source citation; for judgement the reasoning in a few words
 */
public record Figure(BigDecimal value, Tag tag, String source) {}
