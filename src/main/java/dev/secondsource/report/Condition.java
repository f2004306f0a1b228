package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to be done or learnt before a CONDITIONAL candidate is sound.
 *
 * @param text in words
 * @param rows whom it concerns, best first
 */
record Condition(String text, List<Row> rows) {

    /** Conditions of a workload, those of the better candidates first. */
    static List<Condition> of(WorkloadDecision workload) {
        Map<String, List<Row>> byText = new LinkedHashMap<>();
        for (Row row : Row.of(workload)) {
            Assessed best = row.best();
            if (best.verdict().verdict() != Verdict.CONDITIONAL) continue;
            best.verdict().conditions().forEach(c -> byText.computeIfAbsent(c, k -> new ArrayList<>()).add(row));
        }
        return byText.entrySet().stream().map(e -> new Condition(e.getKey(), e.getValue())).toList();
    }

    /** The condition as a sentence, and {@code For 9 candidates: #1 aws p5.48xlarge; … and 6 more.}. */
    String sentence() {
        int count = Row.candidates(rows);
        List<Row> first = rows.stream().limit(3).toList();
        int more = count - Row.candidates(first);
        return text + (text.endsWith(".") ? " " : ". ") + "For " + Amounts.count(count) + (count == 1 ? " candidate: " : " candidates: ")
                + String.join("; ", first.stream().map(r -> "#" + r.best().rank() + " " + Names.sold(r.best().offer())).toList())
                + (more == 0 ? "." : " and " + Amounts.count(more) + " more.");
    }
}
