package dev.secondsource.decision;

import dev.secondsource.market.Overlaid;
import org.jspecify.annotations.Nullable;

/**
 * Fingerprints and labels of everything a decision rests on. The same inputs give the same decision, byte for byte.
 *
 * @param profileSha256 of the profile as read
 * @param marketVersion label
 * @param marketSha256 of the market as read
 * @param rulesSha256 of the rule files
 * @param policyVersion label
 * @param policySha256 of the policy file as read
 * @param overlaid the negotiated terms that were laid over the market; null if it is at list prices
 */
public record Inputs(
        String profileSha256, String marketVersion, String marketSha256, String rulesSha256, String policyVersion, String policySha256, @Nullable Overlaid overlaid) {}
