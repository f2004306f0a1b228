package dev.secondsource.report;

import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.report.Html.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The candidates of each workload: side by side, why, and against the break-even curve. */
final class HtmlWorkload {
    static final String CHANGE = "What would change the answer";
    private static final int DISCUSSED = 3;
    // The last columns of the table of candidates: what they say stands in the reasons below it, and they leave no room for words.
    private static final int TOLD_ELSEWHERE = 2;

    private final Decision decision;
    private final Map<String, Rule> rules;
    private final int rows;
    private final Html html;
    private final Set<String> said = new HashSet<>();

    /** @param rows most rows of a table of candidates */
    HtmlWorkload(Decision decision, Map<String, Rule> rules, int rows, Html html) {
        this.decision = decision;
        this.rules = rules;
        this.rows = rows;
        this.html = html;
    }

    void write(WorkloadDecision workload) {
        int number = decision.workloads().indexOf(workload) + 1;
        html.section("workload-" + number, workload.workload().id() + ": " + Names.kind(workload.workload().kind()) + " of " + workload.workload().model().name() + ", " + Amounts.volume(workload.workload()) + " a month", () -> {
            CandidateTable candidates = CandidateTable.of(workload, decision.profile().currency().getCurrencyCode(), rows, null, said);
            int shown = candidates.columns().size() - TOLD_ELSEWHERE;
            html.table("Candidates for " + workload.workload().id(), candidates.columns().subList(0, shown), candidates.cells().stream().map(row -> row.subList(0, shown)).toList());
            html.put("p", Html.with("class", "dim"), String.join(" ", candidates.legend()));
            html.put("h3", "Why");
            for (Row row : Row.discussed(workload, DISCUSSED)) {
                Assessed best = row.best();
                html.put("h4", "#" + best.rank() + " " + Names.offer(best.offer()) + ": " + Names.verdict(best.verdict().verdict())
                        + (best.verdict().decidedBy().isEmpty() ? "" : ", " + best.verdict().decided()));
                html.list(List.of("For: " + TerminalReport.sentence(best.strongest(Effect.FOR), "nothing stands for it."), "Against: " + TerminalReport.sentence(best.strongest(Effect.AGAINST), "nothing stands against it.")));
            }
            html.listed("Conditions of the conditional candidates", Condition.of(workload).stream().map(Condition::sentence).toList());
            html.listed("Excluded, by reason (a candidate may have several)", Exclusion.of(workload, rules).stream().map(e -> e.reason() + (e.rule() == null ? "" : " (" + e.rule() + ")") + ": " + e.who() + ".").toList());
            html.listed(CHANGE, workload.changes());
            breakEven(workload, number);
        });
    }

    private void breakEven(WorkloadDecision workload, int number) {
        BreakEvenPicture picture = new BreakEvenPicture(decision, workload);
        html.put("h3", "Cost against performance");
        if (picture.isEmpty()) {
            html.put("p", "There is nothing to draw: no candidate can be compared with an incumbent in price and speed.");
            return;
        }
        html.put("p", "A 40 % cost advantage outweighs a 20 % performance lead: above the dashed curve, d* = l / (1 + l), the price advantage is larger than what the incumbent's lead is worth.");
        List<Key> keys = new ArrayList<>();
        BreakEvenPicture.marks().forEach((verdict, mark) -> keys.add(new Key(mark.form().letter(), mark.tint(), Names.verdict(verdict))));
        keys.add(new Key("■", Tint.INK, "incumbent"));
        keys.add(new Key("○", Tint.CHOSEN, "winner, or given a share"));
        html.figure(picture.svg("break-even-" + number), keys, picture.beyond());
        html.longTable("Cost against performance for " + workload.workload().id(), BreakEvenPicture.columns(), picture.cells());
    }
}
