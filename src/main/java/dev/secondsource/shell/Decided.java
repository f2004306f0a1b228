package dev.secondsource.shell;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.files.ProfileReferences;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A decision with what it was made of. */
record Decided(ReadProfile profile, Loaded loaded, Decision decision) {

    /**
     * Decides, after checking that all the profile names exists.
     *
     * @param asOf the profile's own date if empty
     */
    static Checked<Decided> of(ReadProfile profile, Loaded loaded, Optional<LocalDate> asOf) {
        List<Problem> problems = ProfileReferences.check(profile, loaded.known());
        if (!problems.isEmpty()) return Checked.wrong(problems);
        return DecisionMaker.decide(profile.profile(), loaded.market(), loaded.knowledge(), asOf.orElse(profile.profile().asOf()))
                .then(decision -> Checked.of(new Decided(profile, loaded,
                        decision.assuming(profile.assumptions().stream().map(Object::toString).toList()))));
    }

    /** What would be bought: the winner of each workload, and whatever else is given a share of it. */
    List<Assessed> chosen() {
        return decision.workloads().stream().flatMap(w -> w.candidates().stream().filter(c -> isChosen(w, c))).toList();
    }

    private boolean isChosen(WorkloadDecision workload, Assessed candidate) {
        return workload.winner().filter(candidate::equals).isPresent()
                || decision.allocation().shares().stream()
                        .anyMatch(s -> s.workload().equals(workload.workload().id()) && s.offer().equals(candidate.offer().id()));
    }
}
