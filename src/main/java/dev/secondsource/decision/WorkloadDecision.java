package dev.secondsource.decision;

import dev.secondsource.profile.Workload;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one workload.
 *
 * @param workload the demand
 * @param incumbent candidate id of what challengers are compared with, null if nothing eligible has a unit cost
 * @param incumbentBasis why it is the incumbent, in words
 * @param candidates all of them, best first
 * @param answer one sentence
 * @param changes what would most likely change the answer, in words, likeliest first
 */
public record WorkloadDecision(
        Workload workload,
        @Nullable String incumbent,
        String incumbentBasis,
        List<Assessed> candidates,
        String answer,
        List<String> changes) {

    public WorkloadDecision {
        candidates = List.copyOf(candidates);
        changes = List.copyOf(changes);
    }

    /** The best candidate that may lead, if there is one. */
    public Optional<Assessed> winner() {
        return candidates.stream().filter(Assessed::mayLead).findFirst();
    }
}
