package dev.secondsource.shell;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.Scope;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.files.ProfileReferences;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
        return of(profile, loaded, asOf, Scope.FULL);
    }

    /** The same, looking into no more than is asked. */
    static Checked<Decided> of(ReadProfile profile, Loaded loaded, Optional<LocalDate> asOf, Scope scope) {
        List<Problem> problems = ProfileReferences.check(profile, loaded.known());
        if (!problems.isEmpty()) return Checked.wrong(problems);
        return DecisionMaker.decide(profile.profile(), loaded.market(), loaded.knowledge(), asOf.orElse(profile.profile().asOf()), scope.foreseeing(loaded.foresight()))
                .then(decision -> Checked.of(new Decided(profile, loaded,
                        decision.assuming(profile.assumptions().stream().map(Object::toString).toList()))));
    }

    /** The last decision if the words ask for no other, else one made now. */
    static Checked<Decided> lastOrNow(Words words, Session session, Sources sources, Output output, String command) {
        return lastOrNow(words.find(Profiles.PROFILE), words, session, sources, output, command);
    }

    /**
     * The same for a command that takes a profile or something else.
     *
     * @param named the profile it names
     */
    static Checked<Decided> lastOrNow(Optional<Path> named, Words words, Session session, Sources sources, Output output, String command) {
        boolean same = named.isEmpty() && words.find(EvaluateCommand.AS_OF).isEmpty()
                && words.find(Sources.MARKET).isEmpty() && words.find(Sources.RULES).isEmpty();
        if (same && session.decided().isPresent()) return Checked.of(session.decided().get());
        Sources.Pending pending = sources.begin(words);
        Checked<ReadProfile> read = Profiles.read(named, session, output, command);
        Checked<Loaded> loaded = pending.end(output);
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(loaded.problems());
        if (!problems.isEmpty()) return Checked.wrong(problems);
        Checked<Decided> made = of(read.orThrow(), loaded.orThrow(), words.find(EvaluateCommand.AS_OF));
        if (made instanceof Checked.Valid<Decided> valid) session.decide(valid.value());
        return made;
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
