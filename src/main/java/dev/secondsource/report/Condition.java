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

    /** {@code 4 candidates: #1 aws p5.48xlarge, …}. */
    String who() {
        int count = Row.candidates(rows);
        String first = String.join("; ", rows.stream().limit(3).map(r -> "#" + r.best().rank() + " " + Names.sold(r.best().offer())).toList());
        return Amounts.count(count) + (count == 1 ? " candidate: " : " candidates: ") + first + (rows.size() > 3 ? "; …" : "");
    }
}
