package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of one workload side by side, the losers beside the winner.
 *
 * @param columns headers
 * @param rows as shown
 * @param cells one a column, for each row
 * @param legend how to read it
 */
record CandidateTable(List<Table.Column> columns, List<Row> rows, List<List<Table.Cell>> cells, List<String> legend) {

    /**
     * @param priceNote number of the footnote on unknown prices, null if there is none
     * @param first whether it is the first such table on the page, and says what all have in common
     */
    static CandidateTable of(WorkloadDecision workload, String currency, int limit, @Nullable Integer priceNote, boolean first) {
        List<Row> rows = Row.shown(workload, limit);
        Function<BigDecimal, String> unitCost = Amounts.column(rows.stream().map(r -> r.best().cost()).filter(Objects::nonNull).map(c -> c.perUnit().amount()));
        List<List<Table.Cell>> cells = new ArrayList<>();
        boolean ties = false;
        for (int i = 0; i < rows.size(); i++) {
            boolean tied = rows.get(i).tiedWith(i == 0 ? null : rows.get(i - 1), workload);
            ties |= tied;
            cells.add(cells(rows.get(i), tied, workload, priceNote, unitCost));
        }
        return new CandidateTable(columns(workload, currency), rows, cells, legend(workload, rows, ties, first));
    }

    private static List<Table.Column> columns(WorkloadDecision workload, String currency) {
        String per = currency + Text.GLUE + "per ";
        return List.of(
                Table.Column.number("#", 0, 0),
                Table.Column.words("Offer", 20, 0),
                Table.Column.words("Designer, chip", 10, 3),
                Table.Column.words("Verdict", 11, 0),
                Table.Column.number(per + workload.workload().unit().replace(' ', Text.GLUE), 8, 1),
                Table.Column.number("rho", 0, 2),
                Table.Column.number(per + "month", 0, 4),
                Table.Column.words("Grade", 0, 5),
                Table.Column.words("Priced", 0, 6),
                Table.Column.number("Score", 0, 7),
                Table.Column.number("Chips needed", 0, 0).whereThereIsRoom(),
                Table.Column.words("Speed from", 0, 0).whereThereIsRoom(),
                Table.Column.words("Decided by", 0, 0).whereThereIsRoom());
    }

    private static List<Table.Cell> cells(Row row, boolean tied, WorkloadDecision workload, @Nullable Integer priceNote, Function<BigDecimal, String> unitCost) {
        Assessed best = row.best();
        boolean incumbent = best.candidate().id().equals(workload.incumbent());
        BigDecimal rho = best.candidate().comparison().rho();
        LocalDate date = best.offer().evidence().date();
        Grade grade = Names.grade(best);
        boolean priced = best.offer().price() != null;
        String noCost = Names.noUnitCost(best) + (priced || priceNote == null ? "" : " [" + priceNote + "]");
        return List.of(
                Table.Cell.of(best.rank() + (tied ? " =" : "  ")),
                new Table.Cell(row.name(), workload.winner().filter(row.members()::contains).isPresent() ? Ink.BOLD : Ink.PLAIN),
                Table.Cell.of(Names.chip(best)),
                new Table.Cell(Names.verdict(best.verdict().verdict()), Ink.of(best.verdict().verdict())),
                best.cost() == null ? new Table.Cell(noCost, Ink.DIM) : Table.Cell.of(unitCost.apply(best.cost().perUnit().amount())),
                Table.Cell.of(incumbent ? "ref." : rho == null ? "–" : Amounts.ratio(rho)),
                Table.Cell.of(best.cost() == null ? "–" : Amounts.readable(best.cost().perMonth().amount())),
                Table.Cell.of(grade == null ? "–" : grade.name() + (Names.speedIsComputed(best) ? "*" : "")),
                Table.Cell.of(!priced ? "–" : date == null ? "no date" : date.toString()),
                Table.Cell.of(Amounts.ratio(best.score().value())),
                Table.Cell.of(best.fit().accelerators() == null ? "–" : Amounts.count(best.fit().accelerators())),
                Table.Cell.of(best.fit().throughput() == null ? "–" : Names.basis(best.fit().throughput())),
                Table.Cell.of(best.verdict().decidedBy().isEmpty() ? "–" : String.join(" ", best.verdict().decidedBy())));
    }

    private static List<String> legend(WorkloadDecision workload, List<Row> rows, boolean ties, boolean first) {
        int shown = Row.candidates(rows);
        int all = workload.candidates().size();
        List<String> legend = new ArrayList<>();
        legend.add("shown " + Amounts.count(shown) + " of " + Amounts.count(all) + " candidates"
                + (shown == rows.size() ? "" : ", in " + rows.size() + " rows (a row with +n regions is n more offers at the same price with the same verdict)")
                + (shown == all ? "" : "; those with a cost first, and the best of each designer as far as rows allow") + ".");
        if (ties) legend.add("= tied with the row above: their order means nothing.");
        legend.add(workload.incumbent() == null ? "rho compares with an incumbent; there is none, since " + workload.incumbentBasis() + "."
                : "rho: unit cost relative to the incumbent's (ref.), " + offerOf(workload.incumbent(), workload) + ", since " + workload.incumbentBasis() + ".");
        SortedSet<LocalDate> dates = new TreeSet<>(rows.stream().filter(r -> r.best().offer().price() != null)
                .map(r -> r.best().offer().evidence().date()).filter(Objects::nonNull).toList());
        if (!dates.isEmpty()) legend.add("Prices are of " + dates.first() + (dates.size() == 1 ? "" : " to " + dates.last()) + ".");
        if (first) legend.add("Grade is the weakest evidence under price and speed: E1 official, E2 independent, E3 a vendor's claim or estimate, E4 unreliable.");
        if (rows.stream().anyMatch(r -> Names.speedIsComputed(r.best()))) legend.add("* the speed is computed from the chip's figures; nobody measured anything near it.");
        return legend;
    }

    private static String offerOf(String candidate, WorkloadDecision workload) {
        return workload.candidates().stream().filter(c -> c.candidate().id().equals(candidate)).map(c -> Names.offer(c.offer())).findFirst().orElse(candidate);
    }
}
