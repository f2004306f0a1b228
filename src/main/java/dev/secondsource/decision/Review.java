package dev.secondsource.decision;

import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.States;
import java.util.List;
import java.util.SortedMap;

/**
 * What an allocation leaves the buyer exposed to, and what the rules say of it.
 *
 * @param exposures one a layer, in the order of the layers
 * @param portfolio the allocation as a whole
 * @param findings about either, heaviest first
 * @param states what every review rule said of every layer and of the whole
 * @param brokenRules review rules that failed, with the reason
 */
public record Review(List<Exposure> exposures, Portfolio portfolio, List<Finding> findings, States states, SortedMap<String, String> brokenRules) {
    public Review {
        exposures = List.copyOf(exposures);
        findings = List.copyOf(findings);
    }
}
