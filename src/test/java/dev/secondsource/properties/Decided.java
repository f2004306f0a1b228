package dev.secondsource.properties;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Views of a decision that properties compare. */
final class Decided {
    private Decided() {}

    static Stream<Assessed> candidates(Decision decision) {
        return decision.workloads().stream().flatMap(w -> w.candidates().stream());
    }

    static WorkloadDecision of(Decision decision, String workload) {
        return decision.workloads().stream().filter(w -> w.workload().id().equals(workload)).findFirst().orElseThrow();
    }

    static Assessed candidate(Decision decision, String id) {
        return candidates(decision).filter(c -> c.candidate().id().equals(id)).findFirst().orElseThrow(() -> new AssertionError("no candidate " + id));
    }

    /** Best first: candidate, verdict, score, what fired. An offer that is left out is not shown, nor does its place count. */
    static List<String> order(WorkloadDecision answer, String leftOut) {
        List<String> rows = new ArrayList<>(List.of("incumbent " + answer.incumbent()));
        for (Assessed c : answer.candidates())
            if (!c.offer().id().equals(leftOut)) rows.add(c.offer().id() + " " + c.verdict().verdict() + " " + c.score().value() + " " + c.candidate().comparison().rho() + " "
                    + c.findings().stream().map(f -> f.rule() + f.state() + f.severity() + f.defeatedBy()).toList());
        return rows;
    }

    /** All that was decided, without the fingerprints of the inputs and the profile's own text. */
    static String text(Decision decision) {
        return String.join("\n", Stream.concat(answers(decision).values().stream(),
                Stream.of(decision.allocation().toString(), decision.assumptions().toString(), decision.states().toString())).toList());
    }

    /** The answer for each workload, by its id. */
    static Map<String, String> answers(Decision decision) {
        Map<String, String> answers = new TreeMap<>();
        decision.workloads().forEach(w -> answers.put(w.workload().id(), answer(w)));
        return answers;
    }

    private static String answer(WorkloadDecision answer) {
        return answer.incumbent() + answer.incumbentBasis() + answer.answer() + answer.changes() + "\n" + answer.candidates().stream()
                .map(c -> c.candidate().id() + " " + c.rank() + c.tiedWithBetter() + " " + c.verdict() + c.score() + c.cost() + c.findings() + c.silent() + "\n").toList();
    }

    /** Where two texts part, for people; empty if they do not. */
    static String difference(String before, String after) {
        if (before.equals(after)) return "";
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) at++;
        return "..." + piece(before, at) + "...\nbecame ..." + piece(after, at) + "...";
    }

    private static String piece(String text, int at) {
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 200));
    }

    static String difference(Decision before, Decision after) {
        return difference(text(before), text(after));
    }
}
