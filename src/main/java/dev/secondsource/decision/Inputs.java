package dev.secondsource.decision;

/**
 * Fingerprints and labels of everything a decision rests on. The same inputs give the same decision, byte for byte.
 *
 * @param profileSha256 of the profile as read
 * @param marketVersion label
 * @param marketSha256 of the market as read
 * @param rulesSha256 of the rule files
 * @param policyVersion label
 * @param policySha256 of the policy file as read
 */
public record Inputs(
        String profileSha256, String marketVersion, String marketSha256, String rulesSha256, String policyVersion, String policySha256) {}
