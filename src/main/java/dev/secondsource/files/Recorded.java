package dev.secondsource.files;

import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Rule;
import java.util.List;

/**
 * What a decision record holds. Of the profile, of each candidate and of each rule it has what people are shown, and no more: the
 * rest is empty or null, so nothing can be decided from it.
 *
 * @param decision as it was made
 * @param rules that were asked, by id, name and title; their policy keys, of an older record as far as a finding names them
 */
public record Recorded(Decision decision, List<Rule> rules) {
    public Recorded {
        rules = List.copyOf(rules);
    }
}
