package dev.secondsource.files;

import dev.secondsource.problem.Problem;
import dev.secondsource.profile.Assumption;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import java.util.List;
import java.util.Map;

/**
 * A profile and how its file put it.
 *
 * @param profile the buyer
 * @param file name of the file as the user gave it
 * @param text what was read
 * @param canonical the same profile in full and in fixed order, as YAML; equal profiles have equal canonical forms, so
 *     it is what gets hashed and compared
 * @param assumptions what the file leaves out and what is taken instead, in the order of the format
 * @param lines 1-based line of every value that stands in the file, by dotted path: {@code workloads.serve.batch},
 *     {@code fleet[0].share}
 */
public record ReadProfile(
        BuyerProfile profile, String file, String text, String canonical, List<Assumption> assumptions, Map<String, Integer> lines) {
    public ReadProfile {
        assumptions = List.copyOf(assumptions);
        lines = Map.copyOf(lines);
    }

    /** The same file, whose buyer decides by another policy than it says. */
    public ReadProfile decidingBy(PolicyChoice other) {
        return new ReadProfile(profile.decidingBy(other), file, text, canonical, assumptions, lines);
    }

    /** A problem with what stands at a path, on its line or on that of the section around it. */
    public Problem problem(String path, String what, String mend) {
        return problem(file, lines, path, what, mend);
    }

    static Problem problem(String file, Map<String, Integer> lines, String path, String what, String mend) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        return new Problem(file, lines.get(at), path, what, mend);
    }
}
