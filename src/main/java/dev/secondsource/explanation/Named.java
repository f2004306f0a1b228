package dev.secondsource.explanation;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a question names in a decision, and says what was meant if there is no such thing. */
public final class Named {
    private static final int FEW = 6;

    private Named() {}

    /** The workload asked about, or all; a problem if there is none of that name. */
    public static Checked<List<WorkloadDecision>> workloads(Decision decision, Optional<String> asked) {
        List<WorkloadDecision> found = decision.workloads().stream().filter(w -> asked.map(id -> w.workload().id().equalsIgnoreCase(id)).orElse(true)).toList();
        return found.isEmpty() ? Checked.wrong(nothing("workload", asked.orElse(""), decision.workloads().stream().map(w -> w.workload().id()).toList())) : Checked.of(found);
    }

    static Problem nothing(String what, String asked, List<String> known) {
        return Problem.in("--" + what, "no " + what + " \"" + asked + "\" in this decision", Nearest.suggestion(asked, known));
    }

    /**
     * @param place where it was typed
     * @param candidates best first
     */
    static Problem noOffer(String place, String asked, List<Assessed> candidates) {
        String part = asked.toLowerCase(Locale.ROOT);
        // A part of an id, or the chip, says more about what was meant than a spelling that is close by chance.
        List<String> meant = candidates.stream().filter(c -> c.offer().id().toLowerCase(Locale.ROOT).contains(part) || c.offer().accelerator().toLowerCase(Locale.ROOT).contains(part))
                .map(c -> c.offer().id()).distinct().toList();
        String mend = asked.isBlank() || meant.isEmpty() ? Nearest.suggestion(asked, candidates.stream().map(c -> c.offer().id()).distinct().toList())
                : meant.size() == 1 ? "did you mean " + meant.get(0) + "?"
                : meant.size() + " offers have that in their name or are of that chip, best first: " + String.join(", ", meant.stream().limit(FEW).toList())
                        + (meant.size() > FEW ? " and " + (meant.size() - FEW) + " more" : "");
        return Problem.in(place, "no offer \"" + asked + "\" among the candidates", mend);
    }
}
