package dev.secondsource.explanation;

import java.util.Optional;

/**
 * What is to be explained; with nothing named, the answers.
 *
 * @param workload id; all workloads if empty
 * @param offer id; the winner if empty, or every candidate when a rule is named
 * @param rule id or name: then how that rule judged, silent states included; a rule about allocations judged
 *     none of the offers, so for it the other two say nothing
 */
public record Question(Optional<String> workload, Optional<String> offer, Optional<String> rule) {
    /** Why these answers? */
    public static final Question ANSWERS = new Question(Optional.empty(), Optional.empty(), Optional.empty());
}
