/**
 * What is known of one offer for one workload? The words of the rules: each record here is a part of
 * {@link dev.secondsource.candidate.Candidate}, each component carries its meaning, and null means not known.
 */
package dev.secondsource.candidate;
