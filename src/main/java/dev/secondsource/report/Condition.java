package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.verdict.Verdict;
import java.util.List;

/**
 * Something to be done or learnt before a CONDITIONAL candidate is sound.
 *
 * @param text in words, for all it concerns
 * @param rows whom it concerns, best first
 */
record Condition(String text, List<Row> rows) {
    private static final int EXAMPLES = 2;

    /** Conditions of a workload, those of the better candidates first; those that differ in numbers or names alone as one. */
    static List<Condition> of(WorkloadDecision workload) {
        Alike.Gathering<Row> gathering = new Alike.Gathering<>();
        for (Row row : Row.of(workload)) {
            Assessed best = row.best();
            if (best.verdict().verdict() != Verdict.CONDITIONAL) continue;
            for (String condition : best.verdict().conditions()) gathering.add(condition, named(condition, best), row);
        }
        return gathering.kinds().stream().map(kind -> new Condition(kind.sentence(), kind.about().stream().distinct().toList())).toList();
    }

    /** What in a condition of a candidate may differ from another candidate's. */
    static List<String> named(String condition, Assessed candidate) {
        return candidate.findings().stream().filter(f -> condition.equals(f.sentence()) || condition.equals(f.mitigation()))
                .flatMap(f -> f.values().values().stream()).toList();
    }

    /** The condition as a sentence, and {@code For 9 candidates: #1 aws p5.48xlarge; … and 7 more.}. */
    String sentence() {
        int count = Row.candidates(rows);
        List<Row> first = rows.stream().limit(EXAMPLES).toList();
        int more = count - Row.candidates(first);
        return text + (text.endsWith(".") ? " " : ". ") + "For " + Amounts.count(count) + (count == 1 ? " candidate: " : " candidates: ")
                + String.join("; ", first.stream().map(r -> "#" + r.best().rank() + " " + Names.sold(r.best().offer())).toList())
                + (more == 0 ? "." : " and " + Amounts.count(more) + " more.");
    }
}
